from figure import Figure

f = Figure(320, 116, "Precision is a column of the confusion matrix, recall a row")
f.text(120, 10, "predicted −", anchor="middle", bold=True)
f.text(190, 10, "predicted +", anchor="middle", bold=True)
f.text(80, 38, "actually −", anchor="end", bold=True)
f.text(80, 72, "actually +", anchor="end", bold=True)
cells = ((86, 17, "TN 533", "muted", 0.25), (156, 17, "FP 67", "second", 0.2), (86, 51, "FN 62", "second", 0.2), (156, 51, "TP 138", "accent", 0.45))
for x, y, label, role, opacity in cells:
    with f.part(label[:2]):
        f.rect(x, y, 68, 32, role, opacity)
        f.text(x + 34, y + 20, label, anchor="middle", bold=True)
with f.part("precision"):
    f.frame(154.5, 15.5, 71, 69, "accent", 2, 3)
    f.text(190, 98, "precision (column)", "accent", "middle", True)
    f.text(190, 111, "138 / 205 = 0.67", anchor="middle")
with f.part("recall"):
    f.frame(83, 49, 146, 36, "second", 1.5, 3, "4 2")
    f.text(234, 64, "recall (row)", "second", bold=True)
    f.text(234, 77, "138 / 200 = 0.69")
with f.part("specificity"):
    f.text(234, 30, "specificity (row)", "muted", bold=True)
    f.text(234, 43, "533 / 600 = 0.89")
with f.part("accuracy"):
    f.text(4, 98, "accuracy", "muted", bold=True)
    f.text(4, 111, "671 / 800 = 0.84")
f.show()
