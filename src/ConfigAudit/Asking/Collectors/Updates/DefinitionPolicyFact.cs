using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>
/// Where policy lets Microsoft Defender take its definitions from: <c>HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Signature
/// Updates</c>, or where that sets nothing
/// device management's <c>…\Windows Defender\Policy Manager</c>. One a host, whether or not Defender is in use.
/// </summary>
public sealed record DefinitionPolicyFact : Fact
{
    /// <summary>
    /// Whether a source on the internet is among them: true without a FallbackOrder, since the order that Windows then takes has such
    /// sources; with any
    /// source but InternalDefinitionUpdateServer and FileShares; with ForceUpdateFromMU; with a share at an
    /// address of the internet, or a name of Microsoft's or of a public cloud's; and with definitions from Microsoft's cloud. Where a
    /// server stands that is named isn't told. Null where the order keeps to the inside, and device management or
    /// MSFT_MpPreference.SignatureFallbackOrder says otherwise.
    /// </summary>
    public bool? MayFetchFromInternet { get; init; }

    /// <summary>FallbackOrder (of device management SignatureUpdateFallbackOrder), in its order: InternalDefinitionUpdateServer,
    /// MicrosoftUpdateServer, MMPC, FileShares. Empty when there is none. Braces and blanks are left out.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>DefinitionUpdateFileSharesSources (of device management SignatureUpdateFileSharesSources): UNC paths; empty when there are
    /// none.</summary>
    public IReadOnlyList<string>? FileShares { get; init; }

    /// <summary>ForceUpdateFromMU is 1: Microsoft Update is asked also where an update server is set.</summary>
    public bool? ForcesMicrosoftUpdate { get; init; }

    /// <summary>
    /// RealtimeSignatureDelivery is 1, and policy has Defender report to Microsoft's cloud (SpynetReporting of <c>…\Windows
    /// Defender\Spynet</c> is 1 or 2, or where that sets nothing
    /// AllowCloudProtection of device management is 1): the cloud then delivers definitions beside the sources in order. Null where both
    /// set it, and differently.
    /// </summary>
    public bool? TakesFromCloud { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[]
        {
            new Expected(
                new LocalText("定義ファイルのポリシー（空の場合を含む）", "a policy of definitions, if an empty one"),
                new DefinitionPolicyFact()
            ),
        };

    internal override string Label => "definition policy";
}
