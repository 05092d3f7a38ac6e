package io.weir.address;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bitcoinj.base.Base58;
import org.bitcoinj.base.Bech32;

/** Writes addresses, with bitcoinj's encoders where it has them: the judge of our decoders. */
final class Spellings {
  private static final String BITCOIN_ALPHABET = new String(Base58.ALPHABET);
  private static final String XRP_ALPHABET =
      "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
  private static final String BASE32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  private Spellings() {}

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static String base58Check(String version, byte[] hash) {
    byte[] payload = concat(HexFormat.of().parseHex(version), hash);
    return Base58.encodeChecked(payload[0] & 0xff, Arrays.copyOfRange(payload, 1, payload.length));
  }

  static String segwit(String prefix, int version, byte[] program) {
    Bech32.Encoding encoding = version == 0 ? Bech32.Encoding.BECH32 : Bech32.Encoding.BECH32M;
    byte[] values = concat(new byte[] {(byte) version}, groupsOfFive(program));
    return Bech32.encode(encoding, prefix, new Values(values));
  }

  static String cosmos(String prefix, byte[] bytes) {
    return Bech32.encodeBytes(Bech32.Encoding.BECH32, prefix, bytes);
  }

  static String xrp(byte[] hash) {
    return inXrpAlphabet(base58Check("00", hash));
  }

  static String xAddress(byte[] hash, int tag) {
    byte[] flagAndTag = new byte[9];
    flagAndTag[0] = 1;
    for (int i = 0; i < 4; i++) {
      flagAndTag[1 + i] = (byte) (tag >> (8 * i));
    }
    return inXrpAlphabet(base58Check("0544", concat(hash, flagAndTag)));
  }

  static String solana(byte[] key) {
    return Base58.encode(key);
  }

  /** A cash address without its prefix. */
  static String cashAddr(int type, byte[] hash) {
    byte version = (byte) (type << 3 | (hash.length == 32 ? 3 : 0));
    byte[] values = groupsOfFive(concat(new byte[] {version}, hash));
    long check = 1;
    for (char c : "bitcoincash".toCharArray()) {
      check = polymod(check, c & 31);
    }
    check = polymod(check, 0);
    for (byte value : concat(values, new byte[8])) {
      check = polymod(check, value);
    }
    StringBuilder text = new StringBuilder();
    for (byte value : values) {
      text.append(BASE32.charAt(value));
    }
    for (int i = 7; i >= 0; i--) {
      text.append(BASE32.charAt((int) ((check ^ 1) >> (5 * i) & 31)));
    }
    return text.toString();
  }

  /** Every spelling of one EVM account, on EVM chains and on lists. */
  static List<String> ofAccount(byte[] hash) {
    String digits = hex(hash);
    return List.of("0x" + digits, "0X" + digits.toUpperCase(Locale.ROOT), digits);
  }

  private static String inXrpAlphabet(String base58) {
    StringBuilder text = new StringBuilder();
    base58.chars().forEach(c -> text.append(XRP_ALPHABET.charAt(BITCOIN_ALPHABET.indexOf(c))));
    return text.toString();
  }

  private static byte[] groupsOfFive(byte[] bytes) {
    byte[] values = new byte[(bytes.length * 8 + 4) / 5];
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int set = bytes[bit / 8] >> (7 - bit % 8) & 1;
      values[bit / 5] |= (byte) (set << (4 - bit % 5));
    }
    return values;
  }

  private static long polymod(long check, int value) {
    long[] generator = {0x98f2bc8e61L, 0x79b76d99e2L, 0xf33e5fb3c4L, 0xae2eabe2a8L, 0x1e4f43e470L};
    long next = (check & 0x07ffffffffL) << 5 ^ value;
    for (int i = 0; i < 5; i++) {
      next ^= (check >> 35 >> i & 1) == 1 ? generator[i] : 0;
    }
    return next;
  }

  private static byte[] concat(byte[] left, byte[] right) {
    byte[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private static final class Values extends Bech32.Bech32Bytes {
    Values(byte[] values) {
      super(values);
    }
  }
}
