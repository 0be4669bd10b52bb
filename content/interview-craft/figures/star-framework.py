from figure import Figure

f = Figure(320, 66, "STAR: most of the time goes to the action, and the result is a number")
x = 4.0
for name, width, says, role, tint in (
    ("Situation", 62, "15%", "muted", 0.2),
    ("Task", 34, "10%", "muted", 0.2),
    ("Action", 132, "55%: what I did and why", "accent", 0.3),
    ("Result", 72, "20%: a number", "second", 0.25),
):
    with f.part(name):
        f.rect(x, 6, width, 34, role, tint, 3)
        f.frame(x, 6, width, 34, role, rx=3)
        f.text(x + width / 2, 27, name, "ink", "middle", True)
        f.text(x + width / 2, 56, says, role, "middle", role in ("accent", "second"))
    x += width + 4
f.show()
