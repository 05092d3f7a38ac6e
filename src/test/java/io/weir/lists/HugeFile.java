package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A publication as large as one likes, made as it is read. One entry in fifty has an address, ten
 * times as many as on OFAC's list; the others have names and remarks as long as OFAC's.
 *
 * @param objectsPerEntry what the format counts for each entry
 * @param parts texts, and what to write of each entry, one part after the other
 */
record HugeFile(int objectsPerEntry, List<Part> parts) {
  static final int ENTRIES_PER_ADDRESS = 50;

  private static final String FILLER =
      "Secondary sanctions risk: see Section 11 of Executive Order 14114, as amended. ".repeat(4);

  /** A text, once or for each entry. */
  private record Part(boolean once, IntFunction<String> text) {}

  static HugeFile of(String format) {
    return switch (format) {
      case "ofac-sdn-xml" -> sdnXml();
      case "ofac-sdn-advanced-xml" -> sdnAdvancedXml();
      case "ofac-sdn-csv" -> sdnCsv();
      case "opensanctions-ftm" -> ftm();
      default -> throw new IllegalArgumentException(format);
    };
  }

  /** How many entries make about so many bytes; as many as make whole addresses. */
  int entries(long bytes) {
    int each =
        parts.stream()
            .filter(part -> !part.once)
            .mapToInt(part -> part.text.apply(1).getBytes(UTF_8).length)
            .sum();
    return (int) (bytes / each / ENTRIES_PER_ADDRESS * ENTRIES_PER_ADDRESS);
  }

  InputStream stream(int entries) {
    return new Pieces(entries);
  }

  /** The texts one after the other; streams of streams would hold a whole part. */
  private final class Pieces extends InputStream {
    private final int entries;
    private byte[] text = new byte[0];
    private int at;
    private int part;
    private int entry;

    private Pieces(int entries) {
      this.entries = entries;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (at == text.length) {
        if (part == parts.size()) {
          return -1;
        }
        next();
      }
      int read = Math.min(length, text.length - at);
      System.arraycopy(text, at, buffer, offset, read);
      at += read;
      return read;
    }

    private void next() {
      Part now = parts.get(part);
      text = now.text.apply(entry).getBytes(UTF_8);
      at = 0;
      entry++;
      if (now.once || entry == entries) {
        part++;
        entry = 0;
      }
    }
  }

  private static HugeFile sdnXml() {
    return new HugeFile(
        1,
        List.of(
            once(
                "<sdnList><publshInformation><Publish_Date>01/15/2026</Publish_Date>"
                    + "</publshInformation>\n"),
            each(
                i ->
                    "<sdnEntry><uid>"
                        + i
                        + "</uid><firstName>Given</firstName><lastName>FAMILY "
                        + i
                        + "</lastName><programList><program>SDGT</program></programList><idList>"
                        + ("<id><idType>Passport</idType><idNumber>" + i + "</idNumber></id>\n")
                            .repeat(8)
                        + address(
                            i,
                            "<id><idType>Digital Currency Address - ETH</idType><idNumber>",
                            "</idNumber></id>")
                        + "</idList><akaList><aka><lastName>OTHER</lastName></aka></akaList>"
                        + "<remarks>"
                        + FILLER
                        + "</remarks></sdnEntry>\n"),
            once("</sdnList>\n")));
  }

  private static HugeFile sdnAdvancedXml() {
    return new HugeFile(
        1,
        List.of(
            once(
                "<Sanctions><DateOfIssue><Year>2026</Year><Month>1</Month><Day>15</Day>"
                    + "</DateOfIssue><ReferenceValueSets><FeatureTypeValues><FeatureType ID=\"8\">"
                    + "Birthdate</FeatureType><FeatureType ID=\"345\">Digital Currency Address -"
                    + " ETH</FeatureType></FeatureTypeValues><ListValues><List ID=\"1550\">SDN List"
                    + "</List></ListValues></ReferenceValueSets><DistinctParties>\n"),
            each(
                i ->
                    "<DistinctParty FixedRef=\""
                        + i
                        + "\"><Comment>"
                        + FILLER
                        + "</Comment><Profile ID=\""
                        + i
                        + "\"><Identity Primary=\"true\">"
                        + ("<Alias Primary=\"false\"><DocumentedName><DocumentedNamePart>"
                                + "<NamePartValue NamePartGroupID=\"1\">OTHER</NamePartValue>"
                                + "</DocumentedNamePart></DocumentedName></Alias>\n")
                            .repeat(4)
                        + "</Identity><Feature FeatureTypeID=\"8\"><FeatureVersion><VersionDetail>"
                        + "1970</VersionDetail></FeatureVersion></Feature>"
                        + address(
                            i,
                            "<Feature FeatureTypeID=\"345\"><FeatureVersion><VersionDetail>",
                            "</VersionDetail></FeatureVersion></Feature>")
                        + "</Profile></DistinctParty>\n"),
            once("</DistinctParties><SanctionsEntries>\n"),
            each(
                i ->
                    "<SanctionsEntry ProfileID=\""
                        + i
                        + "\" ListID=\"1550\"><EntryEvent><Date><Year>2020</Year><Month>1</Month>"
                        + "<Day>1</Day></Date></EntryEvent></SanctionsEntry>\n"),
            once("</SanctionsEntries></Sanctions>\n")));
  }

  private static HugeFile sdnCsv() {
    return new HugeFile(
        1,
        List.of(
            each(
                i ->
                    i
                        + ",\"FAMILY "
                        + i
                        + ", Given\",\"individual\",\"SDGT] [IFSR\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"
                        + "-0- ,\""
                        + address(i, "Digital Currency Address - ETH ", "; ")
                        + FILLER
                        + "\"\r\n"),
            once("\u001a")));
  }

  private static HugeFile ftm() {
    return new HugeFile(
        2,
        List.of(
            each(
                i ->
                    "{\"id\":\"NK-person-"
                        + i
                        + "\",\"caption\":\"Given Family "
                        + i
                        + "\",\"schema\":\"Person\",\"datasets\":[\"us_ofac_sdn\"],\"last_seen\":"
                        + "\"2026-01-15T06:52:01\",\"properties\":{\"name\":[\"Given Family "
                        + i
                        + "\",\"Имя Фамилия "
                        + i
                        + "\"],\"alias\":[\"Other\"],\"topics\":[\"sanction\"],\"notes\":[\""
                        + FILLER
                        + "\"]}}\n"),
            each(
                i ->
                    i % ENTRIES_PER_ADDRESS == 0
                        ? "{\"id\":\"NK-wallet-"
                            + i
                            + "\",\"schema\":\"CryptoWallet\",\"properties\":{\"holder\":"
                            + "[\"NK-person-"
                            + i
                            + "\"],\"publicKey\":["
                            + address(i, "\"", "\"")
                            + "]}}\n"
                        : "{\"id\":\"NK-address-"
                            + i
                            + "\",\"schema\":\"Address\",\"properties\":{\"full\":[\"Somewhere\"]}}"
                            + "\n")));
  }

  private static String address(int i, String before, String after) {
    return i % ENTRIES_PER_ADDRESS == 0
        ? before
            + "0x"
            + HexFormat.of().toHexDigits(0x5eed0000L << 20 | i).repeat(3).substring(8)
            + after
        : "";
  }

  private static Part once(String text) {
    return new Part(true, i -> text);
  }

  private static Part each(IntFunction<String> text) {
    return new Part(false, text);
  }
}
