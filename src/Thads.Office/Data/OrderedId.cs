using System.Buffers.Binary;

namespace Thads.Office.Data;

/// <summary>
/// UUIDv7 that grow with every call, also within a millisecond (RFC 9562, 6.2, method 1: a counter behind the time). Rows keep the
/// order in which they came in, and an export writes them in it.
/// </summary>
public static class OrderedId
{
    private const int CounterBits = 12;
    private static long _last;

    public static Guid Next()
    {
        Span<byte> id = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(id, bigEndian: true, out _);
        var now = BinaryPrimitives.ReadInt64BigEndian(id) >> 16 << CounterBits;
        long last, next;
        do
        {
            last = Interlocked.Read(ref _last);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);

        BinaryPrimitives.WriteInt64BigEndian(id, (next >> CounterBits << 16) | 0x7000 | (next & 0xFFF));
        return new Guid(id, bigEndian: true);
    }
}
