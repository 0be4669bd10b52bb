from figure import Figure

f = Figure(320, 100, "Encoder only, decoder only, and both joined by cross-attention")
for k, (name, model, left, right) in enumerate((("encoder", "BERT", True, False), ("decoder", "GPT", False, True), ("both", "T5, translation", True, True))):
    x0 = (4, 84, 164)[k]
    w = 62
    with f.part(name):
        if left:
            f.box(x0, 34, w, 30, "sees all", "accent", 0.2)
            f.arrow((x0 + w / 2, 82), (x0 + w / 2, 65))
        if right:
            x = x0 + (88 if left else 0)
            f.box(x, 34, w, 30, "sees past", "second", 0.2)
            f.arrow((x + w / 2, 82), (x + w / 2, 65))
            f.arrow((x + w / 2, 34), (x + w / 2, 20))
        if left and right:
            f.arrow((x0 + w, 49), (x0 + 88, 49), role="ink", width=2)
            f.text(x0 + 75, 42, "K, V", "ink", "middle", True)
            f.text(x0 + 75, 76, "cross-attention", "ink", "middle")
        elif left:
            f.arrow((x0 + w / 2, 34), (x0 + w / 2, 20))
    f.text(x0 + (75 if left and right else w / 2), 11, name, "ink", "middle", True)
    f.text(x0 + (75 if left and right else w / 2), 96, model, "muted", "middle")
f.show()
