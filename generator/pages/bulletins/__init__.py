"""季度公告 as pages: one for each quarter, the list of all, and one that stands alone."""
