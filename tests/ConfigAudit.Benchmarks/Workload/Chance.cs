namespace ConfigAudit.Benchmarks.Workload;

/// <summary>Numbers that look random and are the same on every machine: an xorshift, seeded by the host's number.</summary>
internal sealed class Chance
{
    private ulong _state;

    public Chance(int seed)
    {
        _state = unchecked(((ulong)seed * 0x9E3779B97F4A7C15UL) + 0x1234567UL);
        for (var each = 0; each < 8; each++)
            Below(1);
    }

    public int Below(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 11) % (ulong)bound);
    }

    public string Of(params string[] choices) => choices[Below(choices.Length)];

    public bool Percent(int share) => Below(100) < share;

    public bool PerTenThousand(int share) => Below(10_000) < share;
}
