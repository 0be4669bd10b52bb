from figure import Figure

f = Figure(320, 100, "Eight query heads share eight, two, or one key-value head")
for k, (name, groups, share) in enumerate((("MHA", 8, "cache 1"), ("GQA", 2, "cache ¼"), ("MQA", 1, "cache ⅛"))):
    x0 = 22 + 102 * k
    f.text(x0 + 44, 10, name, "ink", "middle", True)
    with f.part(name):
        for i in range(8):
            width = 88 / groups
            x = x0 + width * (i // (8 // groups) + 0.5)
            f.line(x0 + 11 * i + 5.5, 64, x, 36, "muted", 0.75)
            f.rect(x0 + 11 * i + 1, 64, 9, 14, "accent", 0.85)
        for group in range(groups):
            f.rect(x0 + 88 / groups * (group + 0.5) - 4.5, 20, 9, 16, "second")
        f.text(x0 + 44, 95, share, "second", "middle", True)
f.text(2, 32, "KV", "second", bold=True)
f.text(6, 75, "Q", "accent", bold=True)
f.show()
