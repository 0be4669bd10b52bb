from figure import Figure

f = Figure(158, 112, "The nucleus of a peaked and of a flat distribution at p = 0.9")
for k, (name, shares) in enumerate((("sure", (0.91, 0.04, 0.02, 0.012, 0.009, 0.005, 0.004)), ("unsure", (0.22, 0.19, 0.17, 0.15, 0.12, 0.09, 0.06)))):
    x0 = 6 + 78 * k
    f.text(x0 + 35, 11, name, "ink", "middle", True)
    total, kept = 0.0, 0
    with f.part(f"nucleus when {name}"):
        for i, share in enumerate(shares):
            inside = total < 0.9
            kept += inside
            total += share
            height = max(1.2, 62 * (share if k == 0 else share * 1.6))
            f.rect(x0 + 10 * i, 80 - height, 9, height, "accent" if inside else "muted", 0.9 if inside else 0.35)
        f.text(x0 + 35, 94, f"{kept} {'token' if kept == 1 else 'tokens'}", "accent", "middle", True)
    f.line(x0 - 1, 80, x0 + 71, 80, width=0.75)
f.text(79, 109, "smallest set with Σ ≥ 0.9", "muted", "middle")
f.show()
