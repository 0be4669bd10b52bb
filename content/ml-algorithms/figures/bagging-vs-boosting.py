from figure import Figure

f = Figure(158, 108, "Bagging trains in parallel and averages; boosting trains in sequence and sums")
with f.part("bagging"):
    f.text(4, 10, "bagging: parallel", "accent", bold=True)
    for k in range(4):
        f.box(4 + 27 * k, 16, 22, 17, f"T{'₁₂₃₄'[k]}", "accent", 0.25)
    f.arrow((109, 24.5), (123, 24.5), role="accent")
    f.text(155, 28, "mean", anchor="end")
    f.text(4, 45, "variance falls", "muted")
with f.part("boosting"):
    f.text(4, 66, "boosting: in sequence", "second", bold=True)
    for k in range(4):
        f.box(4 + 30 * k, 72, 22, 17, f"T{'₁₂₃₄'[k]}", "second", 0.25)
        if k < 3:
            f.arrow((26 + 30 * k, 80.5), (34 + 30 * k, 80.5), role="second")
    f.arrow((116, 80.5), (130, 80.5), role="second")
    f.text(155, 84, "sum", anchor="end")
    f.text(4, 102, "each fits what is still wrong", "muted")
f.show()
