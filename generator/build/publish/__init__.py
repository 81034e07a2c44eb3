"""发布: a finished site becomes a release, one link is switched, and the last few stay to go back to."""
