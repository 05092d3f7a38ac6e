package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.lists.Notice.Effect;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressSweepTest {
  private static final String TRON = "TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV";
  private static final String OTHER = "TJqUC56SDZ373JYRurzXtMcor2HQvN9BaU";
  private static final String EVM = "0x098b716b8aaf21512996dc57eb0615e2383e2f96";
  private static final String REASON =
      "An address stands on this line where the format expects none. Not loaded.";

  @Test
  void shouldReportWhatTheContentsDoNotAccountFor() {
    String file = "a\r\n<x>" + TRON + "</x>\rb\n\n" + EVM + ",\u05d0" + OTHER + "\n" + TRON;

    assertThat(swept(file, contents(List.of(OTHER), List.of())))
        .containsExactly(
            new Notice(2, "", TRON, Effect.LEFT_OUT, REASON),
            new Notice(5, "", EVM, Effect.LEFT_OUT, REASON));
  }

  @Test
  void shouldCountANoticeForAnAccountUnlessItsRowWasLoaded() {
    Notice left = new Notice(1, "", "row with " + TRON, Effect.LEFT_OUT, "");
    Notice name = new Notice(1, "", OTHER, Effect.LOADED, "");

    assertThat(swept(TRON + " " + OTHER, contents(List.of(), List.of(left, name))))
        .extracting(Notice::text)
        .containsExactly(OTHER);
  }

  @Test
  void shouldSeeAnAddressWhereverTheBufferEnds() {
    byte[] file = ("<idNumber>" + TRON + "</idNumber>").getBytes(UTF_8);
    for (int cut = 0; cut <= file.length; cut++) {
      AddressSweep sweep = new AddressSweep("");
      sweep.look(file, 0, cut);
      sweep.look(file, cut, file.length - cut);

      assertThat(sweep.unaccounted(contents(List.of(), List.of())))
          .extracting(Notice::text)
          .containsExactly(TRON);
    }
  }

  @Test
  void shouldSayWhenThereIsNoRoomForMore() {
    AddressSweep sweep = new AddressSweep("", 40);
    byte[] file = (TRON + "\n" + TRON + "\n" + OTHER + "\n" + EVM).getBytes(UTF_8);
    sweep.look(file, 0, file.length);

    assertThat(sweep.unaccounted(contents(List.of(), List.of())))
        .extracting(Notice::line, Notice::text, Notice::effect)
        .containsExactly(tuple(1, TRON, Effect.LEFT_OUT), tuple(3, "", Effect.LOADED));
  }

  @Test
  void shouldReportAnAddressUnderAnIdTypeThatIsMisspelt() throws Exception {
    String file = Fixtures.text("sdn-small.xml");
    String misspelt =
        file.replace("Digital Currency Address - XBT", "Digitel Currency Address - XBT");

    assertThat(lost(new OfacSdnXml(), file)).extracting(Notice::line).containsExactly(19);
    assertThat(lost(new OfacSdnXml(), misspelt))
        .extracting(Notice::line, Notice::text)
        .contains(tuple(56, "1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL"));
  }

  @Test
  void shouldReportAnAddressBehindALostQuote() throws Exception {
    String file =
        CsvColumns.HEADER
            + "\n1,\"Lazarus,DPRK,"
            + EVM
            + ",ETH,\n2,Other\",DPRK,"
            + TRON
            + ",TRX,\n3,Third,DPRK,"
            + OTHER
            + ",TRX,\n";

    assertThat(lost(new WeirCsv(), file)).extracting(Notice::text).containsExactly(EVM);
  }

  private static List<Notice> lost(ListFormat format, String file) throws IOException, ListRefused {
    return Fixtures.read(format, Fixtures.KOREA, "file", file.getBytes(UTF_8)).notices().stream()
        .filter(notice -> notice.reason().equals(REASON))
        .toList();
  }

  private static List<Notice> swept(String file, Contents contents) {
    AddressSweep sweep = new AddressSweep("");
    byte[] bytes = file.getBytes(UTF_8);
    sweep.look(bytes, 0, bytes.length);
    return sweep.unaccounted(contents);
  }

  private static Contents contents(List<String> addresses, List<Notice> notices) {
    Designation entry = new Designation("1", "", List.of(), List.of(), Optional.empty());
    return new Contents(
        Optional.empty(),
        1,
        addresses.stream().map(it -> entry.address(1, it, "", Optional.empty())).toList(),
        notices);
  }
}
