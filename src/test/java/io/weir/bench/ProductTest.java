package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductTest {
  private static final Tally.Result RECORDS = tally("record", 1_000);
  private static final Tally.Result HITS = tally("hit", 10);
  private static final Tally.Result FOUND = tally("key", 4);
  private static final Tally.Result NONE = Tally.Result.NOTHING;
  private static final Expected LOAD = new Expected(1, RECORDS, HITS, FOUND);

  @Test
  void shouldAgreeWithOutputsThatAreRight() {
    assertThat(Product.NOTHING.disagreements(LOAD, found(NONE, 0, NONE, NONE))).isEmpty();
    assertThat(Product.COPIES.disagreements(LOAD, found(RECORDS, 0, NONE, NONE))).isEmpty();
    assertThat(Product.TEXT_ALERTS.disagreements(LOAD, found(NONE, 0, FOUND, NONE))).isEmpty();
    assertThat(Product.ALERTS.disagreements(LOAD, found(NONE, 0, HITS, HITS))).isEmpty();
    assertThat(
            Product.VERDICTS_AND_ALERTS.disagreements(
                LOAD, new Product.Found(RECORDS, 990, 10, HITS, HITS, 0)))
        .isEmpty();
  }

  @Test
  void shouldDisagreeWhenACopyIsLostRepeatedOrChanged() {
    assertThat(Product.COPIES.disagreements(LOAD, found(tally("record", 999), 0, NONE, NONE)))
        .containsExactly("999 screened records instead of 1000");
    assertThat(Product.COPIES.disagreements(LOAD, found(tally("record", 1_001), 0, NONE, NONE)))
        .containsExactly("1001 screened records instead of 1000");
    assertThat(Product.COPIES.disagreements(LOAD, found(tally("other", 1_000), 0, NONE, NONE)))
        .containsExactly("1000 screened records, as many as there must be, but not the same");
  }

  @Test
  void shouldDisagreeWhenAHitIsMissedOrAnotherOneRaised() {
    assertThat(Product.ALERTS.disagreements(LOAD, found(NONE, 0, HITS, tally("hit", 9))))
        .containsExactly("9 hits in alerts instead of 10");
    assertThat(Product.ALERTS.disagreements(LOAD, found(NONE, 0, HITS, tally("miss", 10))))
        .containsExactly("10 hits in alerts, as many as there must be, but not the same");
    assertThat(Product.TEXT_ALERTS.disagreements(LOAD, found(NONE, 0, NONE, NONE)))
        .containsExactly("0 alerts instead of 4");
  }

  @Test
  void shouldDisagreeWhenAVerdictIsWrong() {
    assertThat(
            Product.VERDICTS_AND_ALERTS.disagreements(
                LOAD, new Product.Found(RECORDS, 991, 9, HITS, HITS, 0)))
        .containsExactly("9 verdicts FLAGGED instead of 10", "991 verdicts CLEAR instead of 990");
  }

  @Test
  void shouldDisagreeWhenThereIsWhatMustNotBe() {
    assertThat(Product.NOTHING.disagreements(LOAD, found(tally("record", 1), 0, NONE, NONE)))
        .containsExactly("1 screened records instead of 0");
    assertThat(Product.ALERTS.disagreements(LOAD, new Product.Found(NONE, 0, 0, HITS, HITS, 1)))
        .containsExactly("1 dead letters instead of 0");
  }

  @Test
  void shouldReachAnotherProcessUnchanged() {
    assertThat(Expected.of(LOAD.fields())).isEqualTo(LOAD);
  }

  private static Product.Found found(
      Tally.Result screened, long flagged, Tally.Result alerts, Tally.Result hits) {
    return new Product.Found(screened, 0, flagged, alerts, hits, 0);
  }

  private static Tally.Result tally(String what, int count) {
    Tally tally = new Tally();
    IntStream.range(0, count).forEach(i -> tally.add((what + i).getBytes(UTF_8)));
    return tally.result();
  }
}
