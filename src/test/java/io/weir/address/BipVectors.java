package io.weir.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The test vectors of BIP-173 and BIP-350, as their texts list them. */
record BipVectors(
    List<String> validBech32,
    List<String> invalidBech32,
    List<ValidSegwit> validSegwit,
    List<String> invalidSegwit) {

  record ValidSegwit(String address, String script) {
    int version() {
      int opcode = Integer.parseInt(script, 0, 2, 16);
      return opcode == 0 ? 0 : opcode - 0x50;
    }

    String program() {
      return script.substring(4);
    }

    boolean isMainNetwork() {
      return address.regionMatches(true, 0, "bc1", 0, 3);
    }
  }

  private static final Pattern VECTOR =
      Pattern.compile(
          "\\* (?:0x(\\w\\w) \\+ )?<tt>(\\S+)</tt>(?: \\+ 0x(\\w\\w))?(?:: <tt>(\\w+)</tt>)?.*");

  static BipVectors parse(String mediawiki) {
    BipVectors vectors =
        new BipVectors(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    String section = "";
    for (String line : mediawiki.lines().toList()) {
      Matcher vector = VECTOR.matcher(line);
      if (line.startsWith("The following") || line.startsWith("==")) {
        section = line;
      } else if (vector.matches()) {
        vectors.add(section, vector);
      }
    }
    return vectors;
  }

  private void add(String section, Matcher vector) {
    String text = character(vector.group(1)) + vector.group(2) + character(vector.group(3));
    if (section.contains("not valid Bech32")) {
      invalidBech32.add(text);
    } else if (section.contains("are valid Bech32")) {
      validBech32.add(text);
    } else if (section.contains("gives invalid segwit")) {
      invalidSegwit.add(text);
    } else if (section.contains("gives valid segwit")) {
      validSegwit.add(new ValidSegwit(text, vector.group(4)));
    }
  }

  private static String character(String hex) {
    return hex == null ? "" : Character.toString(Integer.parseInt(hex, 16));
  }
}
