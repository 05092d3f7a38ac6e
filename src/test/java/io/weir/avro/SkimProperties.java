package io.weir.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Parties;
import io.weir.domain.Parties.NamedAddress;
import io.weir.domain.Transfer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.avro.Schema;

/** What is skimmed is what Avro's resolver reads, under any schema and in any bytes. */
@Domain(Values.class)
@Domain(DomainContext.Global.class)
class SkimProperties {
  private final Written written = new Written();

  @BeforeContainer
  static void limitAvro() {
    AvroSafety.apply();
  }

  @Property(tries = 1000)
  void shouldSkimThroughFieldsOfAnyType(@ForAll Transfer transfer, @ForAll Random random) {
    Schema theirs = StrangeSchemas.transfer(random);

    byte[] value =
        written.by(transfer, theirs, StrangeSchemas.values(random), random.nextBoolean());

    TransferReader reader = written.reader();
    assertAgree(reader, value);
    assertThat(reader.skimmer().skim(value, new SkimmedParties())).isTrue();
  }

  @Property(tries = 2000)
  void shouldSkimThroughWeirsOwnFieldsAsTheyMayEvolve(
      @ForAll Transfer transfer, @ForAll Random random) {
    Schema theirs = EvolvedSchemas.transfer(random);

    byte[] value =
        written.by(transfer, theirs, EvolvedSchemas.values(random), random.nextBoolean());

    TransferReader reader = written.reader();
    assertAgree(reader, value);
    assertThat(reader.skimmer().skim(value, new SkimmedParties())).isTrue();
  }

  @Property(tries = 2000)
  void shouldNeverSkimAnotherShapeOtherwiseThanTheResolver(
      @ForAll Transfer transfer, @ForAll Random random) {
    Schema theirs = EvolvedSchemas.looseTransfer(random);

    byte[] value =
        written.by(transfer, theirs, EvolvedSchemas.values(random), random.nextBoolean());

    assertAgree(written.reader(), value);
  }

  @Property(tries = 3000)
  void shouldNeverSkimWhatTheResolverReadsOtherwise(
      @ForAll Transfer transfer, @ForAll Random random) {
    Schema theirs = StrangeSchemas.transfer(random);
    byte[] value =
        written.by(transfer, theirs, StrangeSchemas.values(random), random.nextBoolean());
    TransferReader reader = written.reader();
    reader.parties(value);

    byte[] damaged = Arrays.copyOf(value, value.length - random.nextInt(2));
    for (int i = 0; i <= random.nextInt(3); i++) {
      damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
    }

    assertAgree(reader, damaged);
  }

  @Property(tries = 3)
  void shouldLeaveARecordAloneThatIsLargerThanUsual(@ForAll Transfer transfer) {
    // Nobody minds what stands behind a record.
    byte[] usual = Arrays.copyOf(written.by(transfer), 1 << 20);
    byte[] large = Arrays.copyOf(usual, usual.length + 1);
    TransferReader reader = written.reader();

    assertThat(reader.parties(large).value()).isPresent();
    assertThat(reader.skimmer().skim(large, new SkimmedParties())).isFalse();
    assertThat(reader.skimmer().skim(usual, new SkimmedParties())).isTrue();
  }

  @Property(tries = 20)
  void shouldLeaveAnIntOfMoreThanFiveBytesToAvro(@ForAll Transfer transfer) {
    byte[] value = withFirstField(transfer, Schema.create(Schema.Type.INT), 0, "00");
    byte[] fiveBytes = withFirstField(transfer, Schema.create(Schema.Type.INT), 0, "8080808000");
    byte[] sixBytes = withFirstField(transfer, Schema.create(Schema.Type.INT), 0, "808080808000");
    TransferReader reader = written.reader();
    reader.parties(value);

    assertThat(reader.skimmer().skim(value, new SkimmedParties())).isTrue();
    assertThat(reader.skimmer().skim(fiveBytes, new SkimmedParties())).isTrue();
    assertThat(reader.skimmer().skim(sixBytes, new SkimmedParties())).isFalse();
    assertAgree(reader, sixBytes);
  }

  @Property(tries = 20)
  void shouldLeaveABlockOfAnotherSizeThanItSaysToAvro(@ForAll Transfer transfer) {
    Schema ints = Schema.createArray(Schema.create(Schema.Type.INT));
    // One block of minus one item, which says that a size in bytes follows: the size, the item.
    byte[] right = withFirstField(transfer, ints, List.of(), "01020600");
    byte[] wrong = withFirstField(transfer, ints, List.of(), "01040600");
    TransferReader reader = written.reader();
    reader.parties(right);

    assertThat(reader.skimmer().skim(right, new SkimmedParties())).isTrue();
    assertAgree(reader, right);
    assertThat(reader.skimmer().skim(wrong, new SkimmedParties())).isFalse();
  }

  /** With one more field in front, whose byte of zero is replaced. */
  private byte[] withFirstField(Transfer transfer, Schema type, Object zero, String hex) {
    Schema theirs = StrangeSchemas.transfer("first", type);
    byte[] value =
        written.by(transfer, theirs, field -> field.name().equals("first") ? zero : null);
    return HexFormat.of()
        .parseHex(
            HexFormat.of().formatHex(value, 0, 5)
                + hex
                + HexFormat.of().formatHex(value, 6, value.length));
  }

  private static void assertAgree(TransferReader reader, byte[] value) {
    Optional<Parties> slow = reader.parties(value).value();
    SkimmedParties found = new SkimmedParties();
    if (!reader.skimmer().skim(value, found)) {
      return;
    }
    assertThat(slow).isPresent();
    assertThat(seen(found))
        .containsExactlyInAnyOrderElementsOf(
            slow.get().named().stream().map(NamedAddress::address).toList());
    assertThat(text(found, found.chainFrom(), found.chainTo())).isEqualTo(slow.get().chain());
    assertThat(found.isDropped()).isEqualTo(slow.get().dropped());
    assertThat(found.transferIdBytes() == 0).isEqualTo(slow.get().transferId().isEmpty());
    assertThat(found.transferIdBytes()).isGreaterThanOrEqualTo(slow.get().transferId().length());
  }

  private static List<String> seen(SkimmedParties found) {
    return IntStream.range(0, found.count())
        .mapToObj(party -> text(found, found.from(party), found.to(party)))
        .toList();
  }

  private static String text(SkimmedParties found, int from, int to) {
    return new String(found.bytes(), from, to - from, UTF_8);
  }
}
