"""Worksite → print files that have been read back: 海报, 贴纸, 安全帽卡, 维权信息告示牌."""
