package io.weir.avro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Samples;
import io.weir.domain.Transfer;
import io.weir.domain.Unscreenable;
import io.weir.domain.Unscreenable.Reason;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Under a recursive schema it is the bytes that say how deep a value goes. */
class NestedRecordsTest {
  private static final Transfer TRANSFER =
      Samples.ether("t1", Samples.RONIN_EXPLOITER, Samples.SOMEBODY);
  private static final Schema NULL = Schema.create(Schema.Type.NULL);
  private static final int HEADER = 5;

  /** The second branch of a union; the first, null, is {@code \0}. */
  private static final String THERE = "\2";

  private final Written written = new Written();
  private final TransferReader reader = written.reader();

  @BeforeAll
  static void limitAvro() {
    AvroSafety.apply();
  }

  @Test
  void shouldReadAChainOfSomeLinks() {
    byte[] value = written(chain(), THERE.repeat(100) + "\0");

    assertThat(reader.parties(value).value().orElseThrow().named()).hasSize(2);
  }

  @Test
  void shouldNotFailOnAChainThatIsDeeperThanTheStack() {
    shouldBeUndecodable(written(chain(), THERE.repeat(900_000) + "\0"));
  }

  @Test
  void shouldNotFailOnARecordWithinItself() {
    Schema endless = Schema.createRecord("Endless", "It has no end.", "theirs", false);
    endless.setFields(List.of(new Schema.Field("self", endless, "The same.")));

    shouldBeUndecodable(written(endless, THERE));
  }

  private void shouldBeUndecodable(byte[] value) {
    for (var problem : List.of(reader.parties(value).problem(), reader.whole(value).problem())) {
      assertThat(problem.map(Unscreenable::reason)).contains(Reason.UNDECODABLE);
      assertThat(problem.orElseThrow().detail())
          .matches("The bytes under schema id . are nested too deep");
    }
    assertThat(reader.skimmer().skim(value, new SkimmedParties())).isFalse();
  }

  private static Schema chain() {
    Schema link = Schema.createRecord("Link", "One of a chain.", "theirs", false);
    link.setFields(
        List.of(new Schema.Field("next", Schema.createUnion(NULL, link), "The next link.")));
    return link;
  }

  /** A transfer in front of which stands a record, or null, in these bytes. */
  private byte[] written(Schema more, String bytes) {
    byte[] without =
        written.by(
            TRANSFER,
            StrangeSchemas.transfer("more", Schema.createUnion(NULL, more)),
            field -> null);
    String text = new String(without, ISO_8859_1);
    String behind = text.substring(HEADER + 1);
    return (text.substring(0, HEADER) + bytes + behind).getBytes(ISO_8859_1);
  }
}
