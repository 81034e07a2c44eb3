"""推文: what is public on this day as an article to paste into a 公众号, with its pictures and its duties."""
