from statistics import NormalDist

from figure import Figure, steps

POSITIVES, NEGATIVES, THRESHOLD = 200, 600, 0.55
positive, negative = NormalDist(0.62, 0.14), NormalDist(0.38, 0.14)
scores = steps(-0.1, 1.1, 120)


def recall(score):
    return 1 - positive.cdf(score)


def false_positives(score):
    return 1 - negative.cdf(score)


def precision(score):
    hits, alarms = recall(score) * POSITIVES, false_positives(score) * NEGATIVES
    return hits / (hits + alarms)


f = Figure(320, 226, "Two score histograms, and the points of a threshold on the ROC and the PR curve")
h = f.panel(8, 16, 304, 78, (0, 1), (-122, 52))
bins = list(zip(steps(0, 1, 20), steps(0, 1, 20)[1:]))
for name, scored, count, sign, role, flagged in (
    ("TP", positive, POSITIVES, 1, "accent", True),
    ("FN", positive, POSITIVES, 1, "accent", False),
    ("FP", negative, NEGATIVES, -1, "second", True),
    ("TN", negative, NEGATIVES, -1, "second", False),
):
    with f.part(name):
        for low, high in bins:
            bar = count * (scored.cdf(high) - scored.cdf(low))
            if (low >= THRESHOLD - 1e-9) == flagged and bar >= 0.5:
                (left, top), (right, bottom) = h.at(low, max(0, sign * bar)), h.at(high, min(0, sign * bar))
                f.rect(left + 0.5, top, right - left - 1, bottom - top, role, 0.9 if flagged else 0.35)
        total = count * (1 - scored.cdf(THRESHOLD) if flagged else scored.cdf(THRESHOLD))
        h.text(0.92 if flagged else 0.33 if sign > 0 else 0.09, sign * (26 if sign > 0 else 60), f"{name} {total:.0f}", role, "middle", True, dy=4)
x, zero = h.at(THRESHOLD, 0)
f.line(8, zero, 312, zero, width=0.75)
f.line(x, 14, x, 96, width=1.5)
f.text(x, 10, f"threshold {THRESHOLD:g}", anchor="middle")
f.text(8, 28, f"{POSITIVES} positives", "accent")
f.text(8, 95, f"{NEGATIVES} negatives", "second")
f.text(312, 95, "score →", "muted", "end")
roc = f.panel(24, 124, 118, 74)
roc.axes((0, 0.5, 1), (0, 0.5, 1), "false positive rate", "ROC: recall")
roc.curve([(0, 0), (1, 1)], "muted", 1, "4 3")
with f.part("ROC curve"):
    roc.curve([(false_positives(s), recall(s)) for s in scores])
roc.dot(false_positives(THRESHOLD), recall(THRESHOLD))
roc.text(false_positives(THRESHOLD), recall(THRESHOLD), f"t = {THRESHOLD:g}", dx=9, dy=9)
pr = f.panel(194, 124, 118, 74)
pr.axes((0, 0.5, 1), (0, 0.5, 1), "recall", "PR: precision")
base = POSITIVES / (POSITIVES + NEGATIVES)
pr.curve([(0, base), (1, base)], "muted", 1, "4 3")
pr.text(0.03, base, f"random: {base:g}", "muted", dy=12)
with f.part("PR curve"):
    pr.curve([(recall(s), precision(s)) for s in scores if recall(s) > 1e-4])
pr.dot(recall(THRESHOLD), precision(THRESHOLD))
pr.text(recall(THRESHOLD), precision(THRESHOLD), f"t = {THRESHOLD:g}", anchor="end", dx=-9, dy=9)
f.show()
