from figure import Figure

f = Figure(320, 112, "A recommender's funnel, and the log that feeds it")
stages = (("100 M", "videos", 52), ("1,000", "candidates", 40), ("ranked", "by value", 30), ("50", "shown", 22))
for k, (count, what, height) in enumerate(stages):
    x = 4 + 84 * k
    with f.part(what):
        f.rect(x, 30 - height / 2, 58, height, "accent", 0.15 + 0.1 * k, 3)
        f.frame(x, 30 - height / 2, 58, height, "accent", rx=3)
        f.text(x + 29, 34, count, "ink", "middle", True)
    if k < 3:
        f.arrow((x + 58, 30), (x + 84, 30), width=1.5)
for k, (name, tool) in enumerate((("retrieve", "ANN index"), ("rank", "online store"), ("re-rank", "rules"))):
    with f.part(name):
        f.text(75 + 84 * k, 68, name, "accent", "middle", True)
        f.text(75 + 84 * k, 81, tool, "muted", "middle")
with f.part("log"):
    f.arrow((285, 41), (285, 98), (33, 98), (33, 57), role="second", width=1.5)
    f.text(160, 110, "the event log trains all models", "second", "middle")
f.show()
