package io.weir.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Asset;
import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TransferJsonProperties {

  @Property
  void shouldReadBackWhatWasWritten(@ForAll("transfers") Transfer transfer) {
    String line = TransferJson.line(transfer);

    assertThat(line).doesNotContain("\n");
    assertThat(Lines.ofText(TransferFormats.JSON, line).onlyTransfer()).isEqualTo(transfer);
  }

  @Property
  void shouldRefuseOrConvertButNeverThrowWhateverALineHolds(
      @ForAll TransferFormats format, @ForAll("almostJson") String line) {
    assertThat(Lines.ofText(format, line)).isNotNull();
  }

  @Provide
  Arbitrary<String> almostJson() {
    Arbitrary<String> whole =
        transfers().map(TransferJson::line).map(line -> line.replace("transfer_id", "hash"));
    return Combinators.combine(whole, Arbitraries.integers().between(0, 400), Arbitraries.chars())
        .as(
            (line, at, letter) ->
                at >= line.length()
                    ? line
                    : line.substring(0, at) + letter + line.substring(at + 1));
  }

  @Provide
  Arbitrary<Transfer> transfers() {
    Arbitrary<String> words = Arbitraries.strings().ofMinLength(1).ofMaxLength(12);
    Arbitrary<OptionalLong> numbers =
        Arbitraries.longs()
            .greaterOrEqual(-1)
            .map(n -> n < 0 ? OptionalLong.empty() : OptionalLong.of(n));
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(
                Instant.parse("0001-01-01T00:00:00Z").toEpochMilli(),
                Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli())
            .map(Instant::ofEpochMilli);
    Arbitrary<Optional<BigDecimal>> dollars =
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, BigDecimal.TEN.pow(36).subtract(BigDecimal.ONE))
            .ofScale(2)
            .map(value -> value.setScale(2))
            .optional();
    return Combinators.combine(
            Combinators.combine(words, words, words, numbers, numbers).as(Head::new),
            Combinators.combine(
                    words.optional(),
                    times,
                    Arbitraries.of(Direction.class),
                    Arbitraries.of(TransferStatus.class))
                .as(State::new),
            parties(words).list().ofMaxSize(4),
            parties(words).list().ofMaxSize(4),
            assets(words),
            amounts(),
            dollars,
            Arbitraries.maps(words, words).ofMaxSize(3))
        .as(
            (head, state, senders, receivers, asset, amount, usd, attributes) ->
                new Transfer(
                    head.id,
                    head.chain,
                    head.hash,
                    head.position,
                    head.block,
                    state.blockHash,
                    state.at,
                    state.direction,
                    state.status,
                    senders,
                    receivers,
                    state.blockHash,
                    asset,
                    amount,
                    usd,
                    state.blockHash,
                    attributes));
  }

  private record Head(
      String id, String chain, String hash, OptionalLong position, OptionalLong block) {}

  private record State(
      Optional<String> blockHash, Instant at, Direction direction, TransferStatus status) {}

  private static Arbitrary<BigInteger> amounts() {
    return Arbitraries.bigIntegers()
        .between(BigInteger.ZERO, BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
  }

  private static Arbitrary<Party> parties(Arbitrary<String> words) {
    return Combinators.combine(words, amounts().optional()).as(Party::new);
  }

  private static Arbitrary<Asset> assets(Arbitrary<String> words) {
    Arbitrary<OptionalInt> decimals =
        Arbitraries.integers()
            .between(-1, 255)
            .map(n -> n < 0 ? OptionalInt.empty() : OptionalInt.of(n));
    return Combinators.combine(Arbitraries.strings().ofMaxLength(8), words.optional(), decimals)
        .as(Asset::new);
  }
}
