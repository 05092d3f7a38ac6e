package io.weir.address;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/** The hash functions that addresses are made of. */
final class Hashes {
  // One a thread: looking the algorithm up costs as much as hashing an address.
  private static final ThreadLocal<MessageDigest> SHA256 =
      ThreadLocal.withInitial(Hashes::newSha256);

  private Hashes() {}

  /** The checksum of base58check: SHA-256 of SHA-256. */
  static byte[] doubleSha256(byte[] bytes, int length) {
    MessageDigest digest = SHA256.get();
    digest.update(bytes, 0, length);
    return digest.digest(digest.digest());
  }

  /** RIPEMD-160 of SHA-256. */
  static byte[] hash160(byte[] bytes) {
    return hash(new RIPEMD160Digest(), SHA256.get().digest(bytes));
  }

  /** Ethereum's Keccak-256, which is not SHA3-256. */
  static byte[] keccak256(byte[] bytes) {
    return hash(new KeccakDigest(256), bytes);
  }

  private static byte[] hash(Digest digest, byte[] bytes) {
    byte[] hash = new byte[digest.getDigestSize()];
    digest.update(bytes, 0, bytes.length);
    digest.doFinal(hash, 0);
    return hash;
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
