package io.weir.address;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Hashes, addresses with a checksum, and what goes wrong with them on the way. */
final class AddressArbitraries extends DomainContextBase {

  /** A credential's bytes. */
  record Hash20(String hex) {
    byte[] bytes() {
      return Given.bytes(hex);
    }
  }

  /** A credential's bytes, the long kind. */
  record Hash32(String hex) {
    byte[] bytes() {
      return Given.bytes(hex);
    }
  }

  /** A valid address whose encoding carries a checksum, and the family it is of. */
  record Checksummed(Family family, String text) {}

  /** An address with one character replaced, inserted or left out, or any text. */
  record Mangled(String text) {}

  @Provide
  Arbitrary<Hash20> hash20() {
    return bytes(20).map(Spellings::hex).map(Hash20::new);
  }

  @Provide
  Arbitrary<Hash32> hash32() {
    return bytes(32).map(Spellings::hex).map(Hash32::new);
  }

  @Provide
  Arbitrary<Checksummed> checksummed() {
    return Arbitraries.oneOf(
        Combinators.combine(
                Arbitraries.of("00", "05", "1e", "30", "32", "4c", "1cb8", "1cbd"), bytes(20))
            .as(
                (version, hash) ->
                    new Checksummed(Family.BITCOIN, Spellings.base58Check(version, hash))),
        Combinators.combine(Arbitraries.of("bc", "ltc"), bytes(20))
            .as(
                (prefix, hash) ->
                    new Checksummed(Family.BITCOIN, Spellings.segwit(prefix, 0, hash))),
        bytes(32).map(hash -> new Checksummed(Family.BITCOIN, Spellings.segwit("bc", 1, hash))),
        Combinators.combine(Arbitraries.of(0, 1), bytes(20))
            .as((type, hash) -> new Checksummed(Family.BITCOIN, Spellings.cashAddr(type, hash))),
        bytes(20).map(hash -> new Checksummed(Family.TRON, Spellings.base58Check("41", hash))),
        bytes(20).map(hash -> new Checksummed(Family.XRP, Spellings.xrp(hash))),
        bytes(20).map(hash -> new Checksummed(Family.XRP, Spellings.xAddress(hash, 1))),
        bytes(20).map(hash -> new Checksummed(Family.COSMOS, Spellings.cosmos("bnb", hash))));
  }

  @Provide
  Arbitrary<Mangled> mangled() {
    Arbitrary<String> valid =
        Arbitraries.oneOf(
            checksummed().map(Checksummed::text),
            bytes(20).map(hash -> "0x" + Spellings.hex(hash)),
            bytes(32).map(Spellings::solana));
    Arbitrary<String> inserted =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMinLength(0).ofMaxLength(2),
            Arbitraries.of("", " ", "1", "0", ":", "\u0000", "\u200b", "\ud83d", "\u0422", "0x"));
    Arbitrary<String> edited =
        Combinators.combine(
                valid, Arbitraries.integers().between(0, 60), Arbitraries.of(0, 1), inserted)
            .as(
                (text, at, dropped, piece) -> {
                  int from = Math.min(at, text.length());
                  int to = Math.min(from + dropped, text.length());
                  return text.substring(0, from) + piece + text.substring(to);
                });
    return Arbitraries.oneOf(edited, Arbitraries.strings().ofMaxLength(600), valid)
        .map(Mangled::new);
  }

  private static Arbitrary<byte[]> bytes(int size) {
    return Arbitraries.bytes().array(byte[].class).ofSize(size);
  }
}
