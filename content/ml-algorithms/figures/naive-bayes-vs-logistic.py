from figure import Figure, steps

f = Figure(158, 112, "Learning curves that cross: naive Bayes leads on few rows")
p = f.panel(8, 18, 146, 78, (0, 1), (0, 1))
p.axes(xlabel="rows →", ylabel="test error")
with f.part("naive Bayes"):
    p.curve([(n, 0.40 + 0.045 / (n + 0.09)) for n in steps(0.02, 1, 80)], "second", 2, "4 2")
    p.text(1, 0.45, "naive Bayes", "second", "end", dy=-5)
with f.part("logistic regression"):
    p.curve([(n, 0.12 + 0.155 / (n + 0.13)) for n in steps(0.06, 1, 80)])
    p.text(1, 0.25, "logistic", "accent", "end", True, dy=14)
f.show()
