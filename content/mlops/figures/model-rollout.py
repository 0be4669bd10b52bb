from figure import Figure

f = Figure(320, 92, "Stages of a roll-out, the share of users in each, and the way back")
stages = (("gate", "offline", 0, "better?"), ("shadow", "mirrored", 0, "runs?"), ("canary", "1–25%", 0.18, "breaks?"), ("A/B test", "50%", 0.5, "wins?"), ("full", "100%", 1, "keeps?"))
for k, (name, users, share, asks) in enumerate(stages):
    x = 4 + 64 * k
    with f.part(name):
        f.frame(x, 18, 54, 24, "ink", rx=3)
        if share:
            f.rect(x, 18, 54 * share, 24, "accent", 0.3, 3)
        f.text(x + 27, 34, name, "ink", "middle", True)
        f.text(x + 27, 12, users, "muted", "middle")
        f.text(x + 27, 57, asks, "accent", "middle")
    if k < 4:
        f.arrow((x + 54, 30), (x + 64, 30))
with f.part("rollback"):
    f.arrow((287, 62), (287, 78), (31, 78), (31, 63), role="second", width=1.5, dash="4 2")
    f.path([(159, 62), (159, 78)], "second", 1.5, "4 2")
    f.path([(223, 62), (223, 78)], "second", 1.5, "4 2")
    f.text(160, 90, "guardrail broken: roll back to the old model", "second", "middle")
f.show()
