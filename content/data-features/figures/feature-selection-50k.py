from figure import Figure

f = Figure(320, 84, "A funnel from 50,000 features to 50, inside each fold")
stages = (("50k", 50), ("30k", 44), ("2k", 34), ("200", 26), ("50", 20))
f.frame(56, 3, 260, 78, "muted", 1, 5, "4 3")
f.text(311, 15, "inside each fold", "muted", "end")
for k, (count, height) in enumerate(stages):
    x = 4 + 66 * k
    with f.part(f"{count} features"):
        f.rect(x, 40 - height / 2, 44, height, "accent", 0.15 + 0.1 * k, 3)
        f.frame(x, 40 - height / 2, 44, height, "accent", rx=3)
        f.text(x + 22, 44, count, "ink", "middle", True)
    if k < 4:
        f.arrow((x + 44, 40), (x + 66, 40), width=1.5)
for x, name in ((78, "clean"), (127, "filter"), (193, "embedded"), (259, "wrapper")):
    with f.part(name):
        f.text(x, 76, name, "accent", "middle", True)
f.show()
