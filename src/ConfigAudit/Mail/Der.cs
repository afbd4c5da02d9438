namespace ConfigAudit.Mail;

/// <summary>DER (X.690 §8.1), as far as certificates need it here.</summary>
internal static class Der
{
    public const int Sequence = 0x30;

    /// <summary>Reads the tag and the length of a value and steps onto the value; null where there is none. The length may reach past the end: that is the caller's to check.</summary>
    public static (int Tag, int Length)? Header(byte[] der, ref int at)
    {
        if (at + 2 > der.Length)
            return null;
        var tag = der[at++];
        int length = der[at++];
        if (length >= 0x80)
        {
            var size = length & 0x7f;
            if (size is 0 or > 3 || at + size > der.Length)
                return null;
            for (length = 0; size > 0; size--)
                length = (length << 8) | der[at++];
        }

        return (tag, length);
    }
}
