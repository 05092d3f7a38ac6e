package io.weir.avro;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A walk through a record in Avro's binary encoding, which notes where its parties stand and steps
 * over the rest. Made by {@link WalkWriter}; not safe for several threads.
 */
final class Walk {
  /*
   * A list of instructions and one loop over them. Measured: with an object for each step, each
   * calling the next, the whole quick look took a quarter longer, because the processor seldom
   * foresaw which step a call would reach.
   */

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** In each byte of a number but the last, this bit is set. */
  private static final long GOES_ON = 0x8080_8080_8080_8080L;

  /** What no index is: the record is not what its schema says. */
  private static final int FAILED = -1;

  /** Avro refuses a longer int, so it is no number here. */
  private static final int MAX_INT_BYTES = 5;

  /** Operand: where to go on. */
  static final int JUMP = 0;

  /** Operand: how many bytes to step over. */
  static final int FIXED = 1;

  static final int LONG = 2;
  static final int INT = 3;

  /** A text or bytes, of which nothing is noted. */
  static final int SIZED = 4;

  static final int TRANSFER_ID = 5;
  static final int CHAIN = 6;
  static final int PARTY = 7;
  static final int CONTRACT = 8;

  /** Operand: how many symbols there are. */
  static final int SYMBOL = 9;

  /** Operands: how many symbols there are, and which is DROPPED, or -1. */
  static final int STATUS = 10;

  /** Operands: how many branches there are, and for each where to go on. */
  static final int UNION = 11;

  /** Operand: where the instructions for one item end, which begin behind it. */
  static final int BLOCKS = 12;

  private final int[] code;

  /** Behind the long number that was read last. */
  private int behind;

  Walk(int[] code) {
    this.code = code;
  }

  /**
   * Walks through a record.
   *
   * @return false when it is not what its schema says
   */
  boolean through(byte[] record, int from, SkimmedParties found) {
    return run(0, code.length, record, from, found) != FAILED;
  }

  /** From one instruction to another; returns the index behind the last byte that was read. */
  private int run(int begin, int end, byte[] bytes, int from, SkimmedParties found) {
    int at = from;
    int pc = begin;
    while (pc < end) {
      int instruction = code[pc];
      if (instruction == JUMP) {
        pc = code[pc + 1];
        continue;
      }
      if (instruction == FIXED) {
        if (code[pc + 1] > bytes.length - at) {
          return FAILED;
        }
        at += code[pc + 1];
        pc += 2;
        continue;
      }
      if (instruction == LONG && bytes.length - at >= Long.BYTES) {
        // Nobody asks for it, so all that counts is where it ends.
        long ends = ~(long) EIGHT.get(bytes, at) & GOES_ON;
        if (ends != 0) {
          at += 1 + Long.numberOfTrailingZeros(ends) / Byte.SIZE;
          pc++;
          continue;
        }
      }
      // Everything else begins with a number.
      long number;
      int length = 1;
      if (at < bytes.length && bytes[at] >= 0) {
        // One byte, as most lengths and branches are.
        int only = bytes[at++];
        number = (only >>> 1) ^ -(long) (only & 1);
      } else if (bytes.length - at > 1 && bytes[at + 1] >= 0) {
        // Two, as the lengths of ids and hashes.
        int both = (bytes[at] & 0x7f) | bytes[at + 1] << 7;
        number = (both >>> 1) ^ -(long) (both & 1);
        at += 2;
        length = 2;
      } else {
        number = longNumber(bytes, at);
        if (behind == FAILED) {
          return FAILED;
        }
        length = behind - at;
        at = behind;
      }
      switch (instruction) {
        case LONG -> pc++;
        case INT -> {
          if (!isInt(number, length)) {
            return FAILED;
          }
          pc++;
        }
        case SIZED, TRANSFER_ID, CHAIN, PARTY, CONTRACT -> {
          if (number < 0 || number > bytes.length - at) {
            return FAILED;
          }
          int start = at;
          at += (int) number;
          note(instruction, start, at, found);
          pc++;
        }
        case SYMBOL -> {
          if (!isIndex(number, length, code[pc + 1])) {
            return FAILED;
          }
          pc += 2;
        }
        case STATUS -> {
          if (!isIndex(number, length, code[pc + 1])) {
            return FAILED;
          }
          if (number == code[pc + 2]) {
            found.dropped();
          }
          pc += 3;
        }
        case UNION -> {
          if (!isIndex(number, length, code[pc + 1])) {
            return FAILED;
          }
          pc = code[pc + 2 + (int) number];
        }
        case BLOCKS -> {
          at = blocks(number, pc + 2, code[pc + 1], bytes, at, found);
          if (at == FAILED) {
            return FAILED;
          }
          pc = code[pc + 1];
        }
        default -> throw new IllegalStateException("No instruction: " + instruction);
      }
    }
    return at;
  }

  private static void note(int instruction, int start, int end, SkimmedParties found) {
    switch (instruction) {
      case PARTY -> found.party(start, end);
      case CONTRACT -> found.contract(start, end);
      case CHAIN -> found.chain(start, end);
      case TRANSFER_ID -> found.transferId(start, end);
      default -> {
        // Of the rest nothing is noted.
      }
    }
  }

  /**
   * Items in blocks, up to an empty one.
   *
   * @param first what the first block says that it holds
   */
  private int blocks(long first, int begin, int end, byte[] bytes, int from, SkimmedParties found) {
    int at = from;
    long count = first;
    while (count != 0) {
      if (count < 0) {
        // The block's size in bytes follows, for those that skip it whole.
        long size = longNumber(bytes, at);
        if (behind == FAILED) {
          return FAILED;
        }
        int start = behind;
        at = items(-count, begin, end, bytes, start, found);
        // Avro may skip by the size or by the items: they must come to the same.
        if (at == FAILED || at - start != size) {
          return FAILED;
        }
      } else {
        at = items(count, begin, end, bytes, at, found);
        if (at == FAILED) {
          return FAILED;
        }
      }
      count = longNumber(bytes, at);
      if (behind == FAILED) {
        return FAILED;
      }
      at = behind;
    }
    return at;
  }

  private int items(long count, int begin, int end, byte[] bytes, int from, SkimmedParties found) {
    // An item of no bytes could claim any number of them.
    if (count < 0 || count > bytes.length - from) {
      return FAILED;
    }
    int at = from;
    for (long left = count; left > 0 && at != FAILED; left--) {
      at = run(begin, end, bytes, at, found);
    }
    return at;
  }

  private static boolean isInt(long number, int length) {
    return length <= MAX_INT_BYTES && number == (int) number;
  }

  private static boolean isIndex(long number, int length, int count) {
    return length <= MAX_INT_BYTES && number >= 0 && number < count;
  }

  /** A zig-zag number of up to ten bytes; sets {@link #behind}, to {@link #FAILED} for none. */
  private long longNumber(byte[] bytes, int from) {
    long value = 0;
    int at = from;
    for (int shift = 0; shift < Long.SIZE && at < bytes.length; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        behind = at;
        return (value >>> 1) ^ -(value & 1);
      }
    }
    behind = FAILED;
    return 0;
  }
}
