package io.weir.address;

import java.util.HexFormat;
import java.util.List;

/** Readings in the words of the tests. */
final class Given {
  private Given() {}

  static Chain chainOf(Family family) {
    return new Chain("test:" + family, List.of(), family);
  }

  static Reading read(Family family, String text) {
    return Addresses.read(chainOf(family), text);
  }

  static Address address(Family family, String text) {
    return expectAddress(read(family, text));
  }

  static Address listed(String text) {
    return expectAddress(Addresses.readAnyChain(text));
  }

  static String key(Family family, String text) {
    return address(family, text).key().toString();
  }

  static NotAnAddress.Reason refusal(Family family, String text) {
    Reading reading = read(family, text);
    if (reading instanceof NotAnAddress refused) {
      return refused.reason();
    }
    throw new AssertionError("Expected a refusal, got " + reading);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static Address expectAddress(Reading reading) {
    if (reading instanceof Address address) {
      return address;
    }
    throw new AssertionError("Expected an address, got " + reading);
  }
}
