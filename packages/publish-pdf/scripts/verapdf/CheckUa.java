import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks PDF files against PDF/UA-1: one line a file, and under it each rule that fails, how often, and where first. */
public class CheckUa {
  public static void main(String[] names) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean isGood = true;
    for (String name : names) isGood &= check(new File(name));
    System.exit(isGood ? 0 : 1);
  }

  private static boolean check(File file) throws Exception {
    if (!file.canRead()) {
      System.out.println("not ok  " + file.getPath() + "  (there is no such file)");
      return false;
    }
    PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
      String verdict = result.isCompliant() ? "ok    " : "not ok";
      System.out.println(verdict + "  " + file.getPath() + "  (" + result.getTotalAssertions() + " checks)");
      Map<String, Integer> counts = new TreeMap<>();
      Map<String, String> places = new TreeMap<>();
      for (TestAssertion each : result.getTestAssertions()) {
        if (each.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber() + " " + each.getMessage();
        counts.merge(rule, 1, Integer::sum);
        places.putIfAbsent(rule, each.getLocation().getContext());
      }
      counts.forEach((rule, count) -> System.out.println("        " + count + " x " + rule + " at " + places.get(rule)));
      return result.isCompliant();
    }
  }
}
