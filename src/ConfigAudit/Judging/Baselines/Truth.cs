namespace ConfigAudit.Judging.Baselines;

/// <summary>Kleene's three truth values. The order is that of the connectives: <c>and</c> is the least, <c>or</c> the greatest.</summary>
internal enum Truth : byte
{
    False,
    Unknown,
    True,
}

internal static class TruthConnectives
{
    public static Truth And(this Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(this Truth a, Truth b) => a > b ? a : b;

    public static Truth Not(this Truth a) => Truth.True - (byte)a;
}
