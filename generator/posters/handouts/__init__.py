"""Lessons → hand-outs on paper and slides: 折页, 核对单, 工资支付十条, 课件; of the same Markdown as the pages."""
