using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>
/// What the host's own store lets IPsec negotiate: MSFT_NetIKEMMCryptoSet and MSFT_NetIKEQMCryptoSet of root/StandardCimv2, of Windows 8,
/// Server 2012 and
/// later. Without a set of its own a host negotiates what Windows ships, which isn't told; sets of group policy aren't either. Keys and
/// what they are
/// authenticated by stand in other classes, which are never asked.
/// </summary>
public sealed record IpsecCryptoFact : Fact
{
    /// <summary>InstanceID.</summary>
    public string? Id { get; init; }

    /// <summary>DisplayName: localised for sets that come with a product.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// True of every set seen: it stands in the host's own store. Those of group policy, and what Windows ships, stay unseen; a check that
    /// asks for the host's own
    /// alone isn't held up by that.
    /// </summary>
    public bool? IsOwn { get; init; }

    /// <summary>What it is for, by its class.</summary>
    public IpsecPhase? Phase { get; init; }

    /// <summary>
    /// CipherAlgorithm of each of Proposals, in order of preference, once each. Documented as texts; read where they come as instances of
    /// MSFT_NetIKEMMCryptoProposal or MSFT_NetIKEQMCryptoProposal (unverified on a live host), and otherwise not known. The same holds of
    /// the hashes and groups.
    /// </summary>
    public IReadOnlyList<IpsecCipher>? Ciphers { get; init; }

    /// <summary>HashAlgorithm, of quick mode HashAlgorithmESP and HashAlgorithmAH.</summary>
    public IReadOnlyList<IpsecHash>? Hashes { get; init; }

    /// <summary>GroupID of each proposal; of quick mode PfsGroupID, which stands for forward secrecy.</summary>
    public IReadOnlyList<IpsecGroup>? Groups { get; init; }

    internal override string Label => Name ?? Id ?? "(unnamed crypto set)";

    internal override string Key => Id ?? Label;
}
