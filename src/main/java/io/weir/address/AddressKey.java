package io.weir.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The join key of screening: the kind of credential an address stands for, and its payload. Two
 * addresses share a key exactly when one private key, script or account controls both.
 *
 * <p>The textual form is {@code kind:payload}, for instance {@code account:098b…}; it is the record
 * key of the list topic and therefore public API. A {@link Kind#TEXT} key names no chain: a list
 * files addresses by asset, so the chain of an address it alone can spell is not known there.
 */
public final class AddressKey implements Comparable<AddressKey> {

  /** The kind of credential. */
  public enum Kind {
    /** The last 20 bytes of keccak256(public key): EVM chains and Tron. */
    ACCOUNT("account"),
    /** hash160 of a public key: P2PKH, P2WPKH, XRP classic, 20-byte Cosmos addresses. */
    PUBKEYHASH("pubkeyhash"),
    /** Hash of a script: P2SH in every spelling. */
    SCRIPTHASH("scripthash"),
    /** A segwit program other than P2WPKH, with its version. */
    WITNESS("witness"),
    /** A 32-byte ed25519 public key: Solana. */
    ED25519("ed25519"),
    /** The verbatim text of an address that Weir does not decode. */
    TEXT("text");

    private final String prefix;
    private final int prefixHash;

    Kind(String prefix) {
      this.prefix = prefix;
      this.prefixHash = prefix.hashCode();
    }

    /** The word before the colon in the textual form. */
    public String prefix() {
      return prefix;
    }

    /** The hash of {@link #prefix}, at hand without asking the text. */
    int prefixHash() {
      return prefixHash;
    }

    static Optional<Kind> of(String prefix) {
      return Arrays.stream(values()).filter(kind -> kind.prefix.equals(prefix)).findFirst();
    }
  }

  private final Kind kind;

  /** Version byte first for WITNESS; UTF-8 for TEXT. */
  private final byte[] payload;

  private final int hash;

  private AddressKey(Kind kind, byte[] payload) {
    this.kind = kind;
    this.payload = payload;
    this.hash = 31 * kind.prefixHash + Arrays.hashCode(payload);
  }

  /** The key of an EVM or Tron account; 20 bytes. */
  public static AddressKey account(byte[] hash) {
    return new AddressKey(Kind.ACCOUNT, exactly(20, hash));
  }

  /** The key of a public key's hash160; 20 bytes. */
  public static AddressKey pubkeyHash(byte[] hash) {
    return new AddressKey(Kind.PUBKEYHASH, exactly(20, hash));
  }

  /** The key of a script's hash; 20 bytes, or 32 for the cash address form of BCH. */
  public static AddressKey scriptHash(byte[] hash) {
    return new AddressKey(Kind.SCRIPTHASH, hash.length == 32 ? hash.clone() : exactly(20, hash));
  }

  /** The key of a segwit program: version 0 to 16, program of 2 to 40 bytes. */
  public static AddressKey witness(int version, byte[] program) {
    if (version < 0 || version > 16 || program.length < 2 || program.length > 40) {
      throw new IllegalArgumentException(
          "Not a segwit program: version " + version + ", " + program.length + " bytes");
    }
    byte[] payload = new byte[program.length + 1];
    payload[0] = (byte) version;
    System.arraycopy(program, 0, payload, 1, program.length);
    return new AddressKey(Kind.WITNESS, payload);
  }

  /** The key of an ed25519 public key; 32 bytes. */
  public static AddressKey ed25519(byte[] publicKey) {
    return new AddressKey(Kind.ED25519, exactly(32, publicKey));
  }

  /** The key of an address that is compared as text; trimmed by the caller, never empty. */
  public static AddressKey text(String verbatim) {
    if (verbatim.isEmpty()) {
      throw new IllegalArgumentException("A text key needs a text");
    }
    return new AddressKey(Kind.TEXT, verbatim.getBytes(UTF_8));
  }

  /**
   * Reads the textual form.
   *
   * @throws IllegalArgumentException when the text is not one that {@link #toString()} gives
   */
  public static AddressKey parse(String text) {
    int colon = text.indexOf(':');
    Kind kind =
        Kind.of(colon < 0 ? "" : text.substring(0, colon))
            .orElseThrow(() -> new IllegalArgumentException("Not an address key: " + text));
    String payload = text.substring(colon + 1);
    AddressKey key =
        switch (kind) {
          case ACCOUNT -> account(hex(payload));
          case PUBKEYHASH -> pubkeyHash(hex(payload));
          case SCRIPTHASH -> scriptHash(hex(payload));
          case ED25519 -> ed25519(hex(payload));
          case TEXT -> text(payload);
          case WITNESS -> parseWitness(payload);
        };
    if (!key.toString().equals(text)) {
      throw new IllegalArgumentException("Not the canonical form of an address key: " + text);
    }
    return key;
  }

  private static AddressKey parseWitness(String payload) {
    int colon = payload.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("Not a witness key: " + payload);
    }
    return witness(
        Integer.parseInt(payload.substring(0, colon)), hex(payload.substring(colon + 1)));
  }

  /**
   * The key of the wrapped-segwit address (P2SH of P2WPKH) that the same public key controls; empty
   * when this is not the hash of a public key.
   */
  public Optional<AddressKey> wrappedSegwit() {
    if (kind != Kind.PUBKEYHASH) {
      return Optional.empty();
    }
    byte[] program = new byte[2 + payload.length];
    // Version 0, then a push of 20 bytes.
    program[1] = (byte) payload.length;
    System.arraycopy(payload, 0, program, 2, payload.length);
    return Optional.of(scriptHash(Hashes.hash160(program)));
  }

  public Kind kind() {
    return kind;
  }

  /** A copy of the payload's bytes; the version is the first of a WITNESS key. */
  public byte[] payload() {
    return payload.clone();
  }

  @Override
  public int compareTo(AddressKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : Arrays.compareUnsigned(payload, other.payload);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressKey key
        && hash == key.hash
        && kind == key.kind
        && Arrays.equals(payload, key.payload);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The textual form, such as {@code witness:1:a60869f0…}. */
  @Override
  public String toString() {
    return switch (kind) {
      case TEXT -> "text:" + new String(payload, UTF_8);
      case WITNESS ->
          "witness:" + payload[0] + ":" + HexFormat.of().formatHex(payload, 1, payload.length);
      default -> kind.prefix + ":" + HexFormat.of().formatHex(payload);
    };
  }

  private static byte[] exactly(int length, byte[] bytes) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          "Expected " + length + " bytes of key payload, got " + bytes.length);
    }
    return bytes.clone();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
