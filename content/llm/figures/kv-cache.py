from figure import Figure

f = Figure(158, 116, "The cache grows by one column a step; only the new token is computed")
for step in range(4):
    y = 18 + 21 * step
    with f.part(f"step {step + 1}"):
        f.text(4, y + 12, f"step {step + 1}", "muted")
        for column in range(step + 4):
            new = column == step + 3
            f.rect(46 + 14 * column, y, 13, 16, "accent" if new else "muted", 0.9 if new else 0.3)
f.text(46, 11, "kept K, V", "muted")
f.text(144, 35, "new", "accent", "end", True)
f.arrow((118, 32), (104, 28), role="accent", width=1)
f.text(79, 113, "memory grows with each step", "ink", "middle")
f.show()
