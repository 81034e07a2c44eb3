"""曝光台 as lists: rows of cases by basis, year, town and industry, and notices of what was removed or corrected."""
