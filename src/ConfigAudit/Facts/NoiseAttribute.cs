using System;

namespace ConfigAudit.Facts;

/// <summary>
/// A property, or a whole kind of fact, that changes by itself from one day to the next, without anybody's having changed the host: two
/// snapshots aren't told to
/// differ in it. Lengths of time, moments and days are noise unless they are marked as none: a limit that somebody set, a certificate's
/// end.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
internal sealed class NoiseAttribute : Attribute
{
    public NoiseAttribute(bool isNoise = true) => IsNoise = isNoise;

    public bool IsNoise { get; }
}
