using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Facts.Targets;

/// <summary>
/// Every name that one machine goes by: as its target was named, as it calls itself to NetBIOS and to DNS, with its domain, and its
/// addresses. Two
/// hosts are one only where that is certain: first labels that agree in two domains, or as far as NetBIOS cuts them, are two machines or
/// nobody knows.
/// </summary>
/// <param name="Called">As the target was named.</param>
/// <param name="NetBios">Its own name, cut at 15 characters; null where it couldn't be read.</param>
/// <param name="Dns">Its own name in full, without a domain; null where it couldn't be read.</param>
/// <param name="Domain">The domain that it is a member of; null for none, and where it couldn't be read.</param>
/// <param name="Addresses">Its addresses; none where they couldn't be read.</param>
internal sealed record HostIdentity(string Called, string? NetBios, string? Dns, string? Domain, IReadOnlyList<string> Addresses)
{
    /// <summary>Whether it may be a member of a domain that couldn't be read.</summary>
    public bool MayHaveDomain { get; init; }

    /// <summary>The address and port that it was asked at, where somebody named them.</summary>
    public string? AskedAt { get; init; }

    /// <summary>The recording that answered in its place; null for a live host.</summary>
    public string? Recording { get; init; }

    /// <summary>The moment of what was read, where one reading may come under two names; null where that isn't asked.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Whether it told what it calls itself.</summary>
    public bool IsRead => (Dns ?? NetBios) is not null;

    /// <summary>What a pattern of names is held against.</summary>
    public IEnumerable<string> Names =>
        new[] { Called, NetBios, Dns, Domain is null || !IsRead ? null : $"{Dns ?? NetBios}.{Domain}" }.OfType<string>();

    /// <summary>What the identities of one machine have in common, whichever of its names they know.</summary>
    public string Likeness =>
        HostName.Short(Dns ?? NetBios ?? Called) is { Length: > HostName.NetBiosLength } name
            ? name.Substring(0, HostName.NetBiosLength)
            : HostName.Short(Dns ?? NetBios ?? Called);

    /// <summary>Whether a name or an address that somebody wrote down means it; null where that can't be told.</summary>
    public bool? Is(string name)
    {
        if (HostName.AreEqual(name, Called) || IsOwn(name) == true)
            return true;
        // Whoever named the target with its domain means the same by its first label.
        if (HostName.Suffix(name).Length == 0 && HostName.AreEqual(name, HostName.Label(Called)))
            return true;
        return IsOwn(name);
    }

    /// <summary>The same, by what the machine itself said alone.</summary>
    public bool? IsOwn(string name)
    {
        if (Addresses.Any(address => HostName.AreEqual(address, name)))
            return true;
        // It answered at the address that it was asked by.
        if (IsRead && HostName.IsAddress(Called) && HostName.AreEqual(name, Called))
            return true;
        if (HostName.IsAddress(name))
            return Addresses.Count == 0 ? null : false;
        if (!IsRead)
            return null;
        if (!HostName.AreEqual(HostName.Label(name), Dns) && !HostName.AreEqual(HostName.Label(name), NetBios))
            return Dns is null && HostName.IsCut(NetBios!, name) ? null : false;
        if (HostName.Suffix(name) is not { Length: > 0 } suffix)
            return true;
        return Domain is not null ? HostName.AreEqual(suffix, Domain)
            : MayHaveDomain ? null
            : true;
    }

    /// <summary>Whether both are one machine; null where that can't be told.</summary>
    public bool? IsSame(HostIdentity other)
    {
        if (!IsRead || !other.IsRead)
        {
            return IsRead ? Is(other.Called)
                : other.IsRead ? other.Is(Called)
                : HostName.AreSame(Called, other.Called);
        }

        var isNamed =
            Dns is not null && other.Dns is not null
                ? HostName.AreEqual(Dns, other.Dns)
                : HostName.AreEqual(NetBios ?? Dns, other.NetBios ?? other.Dns);
        if (!isNamed || (Domain is not null && other.Domain is not null && !HostName.AreEqual(Domain, other.Domain)))
            return false;
        var isWhole = (Dns is not null && other.Dns is not null) || NetBios is { Length: < HostName.NetBiosLength };
        // A domain has one machine of a name. Outside of one, two that are called alike are told apart by their addresses.
        return
            (isWhole && Domain is not null && other.Domain is not null)
            || Addresses.Any(address => other.Addresses.Any(each => HostName.AreEqual(each, address)))
            ? true
            : null;
    }

    /// <summary>
    /// Whether one machine was asked twice: under two of its own names, or at one address under whatever name; or one reading of it came
    /// twice. Where a
    /// target bears a name that its machine doesn't know, and isn't asked at the same address, nobody can tell.
    /// </summary>
    public bool IsTwiceNamed(HostIdentity other) =>
        IsRead
        && other.IsRead
        && IsSame(other) is var same
        && (
            (same == true && IsOwn(Called) == true && other.IsOwn(other.Called) == true)
            || (same != false && Recording is not null && Recording == other.Recording && IsTakenFor(other))
            || (same == true && ReadAt is not null && ReadAt == other.ReadAt && IsTakenFor(other))
            || (same != false && AskedAt is not null && HostName.AreEqual(AskedAt, other.AskedAt))
        );

    /// <summary>Of one reading: whether one name is the machine's own, and the other of another machine, which nobody read.</summary>
    private bool IsTakenFor(HostIdentity other) =>
        (IsOwn(Called) == true && other.IsOwn(HostName.Label(other.Called)) == false)
        || (other.IsOwn(other.Called) == true && IsOwn(HostName.Label(Called)) == false);

    /// <summary>Whether the machine that answered calls itself otherwise than the name by which it was asked.</summary>
    public bool IsCalledOtherwise => IsRead && !HostName.IsAddress(Called) && IsOwn(Called) == false;
}
