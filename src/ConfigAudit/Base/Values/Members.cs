using System;

namespace ConfigAudit.Base.Values;

/// <summary>Numbers that stand for members of an enumeration.</summary>
internal static class Members
{
    /// <summary>Null for a number that the enumeration doesn't have: one of a Windows to come.</summary>
    public static E? Of<E>(long? number)
        where E : struct, Enum =>
        number is >= int.MinValue and <= int.MaxValue && Enum.IsDefined(typeof(E), (int)number)
            ? (E)Enum.ToObject(typeof(E), (int)number)
            : null;
}
