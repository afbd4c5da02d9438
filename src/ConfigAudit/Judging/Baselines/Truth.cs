namespace ConfigAudit.Judging.Baselines;

/// <summary>
/// Kleene's three truth values, for verdicts. What facts say is <c>bool?</c>, with <see cref="Base.Values.Kleene"/>; here null has a meaning
/// already, that a check has no such condition (<c>where?.Judge(item) ?? Truth.True</c>). Were an open truth a null too, that line would make
/// it true, and a host that wasn't read would pass: so it is a value of its own, which the compiler keeps apart.
/// The order is that of the connectives: <c>and</c> is the least, <c>or</c> the greatest.
/// </summary>
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
