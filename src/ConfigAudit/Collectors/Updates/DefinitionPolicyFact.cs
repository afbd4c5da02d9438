using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Collectors.Updates;

/// <summary>
/// Where policy lets Microsoft Defender take its definitions from: <c>HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Signature Updates</c>, or where that sets nothing
/// device management's <c>…\Windows Defender\Policy Manager</c>. One a host, whether or not Defender is in use.
/// </summary>
public sealed record DefinitionPolicyFact : Fact
{
    /// <summary>
    /// Whether a source on the internet is among them: true without a FallbackOrder, since the order that Windows then takes has such sources; with any
    /// source but InternalDefinitionUpdateServer and FileShares; with ForceUpdateFromMU; and with a share at an
    /// address of the internet or Microsoft's. Where a server stands that is named isn't told. Null where the order keeps to the inside, and device management or
    /// MSFT_MpPreference.SignatureFallbackOrder says otherwise.
    /// </summary>
    public bool? MayFetchFromInternet { get; init; }

    /// <summary>FallbackOrder (of device management SignatureUpdateFallbackOrder), in its order: InternalDefinitionUpdateServer, MicrosoftUpdateServer, MMPC, FileShares. Empty when there is none. Braces and blanks are left out.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>DefinitionUpdateFileSharesSources (of device management SignatureUpdateFileSharesSources): UNC paths; empty when there are none.</summary>
    public IReadOnlyList<string>? FileShares { get; init; }

    /// <summary>ForceUpdateFromMU is 1: Microsoft Update is asked also where an update server is set.</summary>
    public bool? ForcesMicrosoftUpdate { get; init; }

    internal override IReadOnlyList<Expected> Expected => new[] { new Expected("a policy of definitions, if an empty one", new DefinitionPolicyFact()) };

    internal override string Label => "definition policy";
}
