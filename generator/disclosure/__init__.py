"""隐私闸门: what may be published, as a type; everything else stays behind it."""
