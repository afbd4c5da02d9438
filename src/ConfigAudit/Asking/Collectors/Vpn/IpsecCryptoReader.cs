using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>Rows of the crypto sets of both phases to facts.</summary>
internal static class IpsecCryptoReader
{
    private const string Namespace = "root/StandardCimv2";

    public static readonly CimQuery MainMode = new(Namespace, "MSFT_NetIKEMMCryptoSet", new[] { "InstanceID", "DisplayName", "Proposals" });

    public static readonly CimQuery QuickMode = new(
        Namespace,
        "MSFT_NetIKEQMCryptoSet",
        new[] { "InstanceID", "DisplayName", "Proposals", "PfsGroupID" }
    );

    public static FactSet<IpsecCryptoFact> Read(Collection collection, CimAnswer mainMode, CimAnswer quickMode)
    {
        var facts = new FactSetBuilder<IpsecCryptoFact>();
        foreach (var row in mainMode.Rows)
        {
            facts.Add(
                Read(collection, row, IpsecPhase.MainMode, MainMode.Source, new[] { "HashAlgorithm" }) with
                {
                    Groups = Groups(row.Rows("Proposals")),
                }
            );
        }

        foreach (var row in quickMode.Rows)
        {
            facts.Add(
                Read(collection, row, IpsecPhase.QuickMode, QuickMode.Source, new[] { "HashAlgorithmESP", "HashAlgorithmAH" }) with
                {
                    Groups = row.Member<IpsecGroup>("PfsGroupID") is { } group ? new[] { group } : null,
                }
            );
        }

        facts.MayLack(mainMode.Gap, new IpsecCryptoFact { Phase = IpsecPhase.MainMode });
        facts.MayLack(quickMode.Gap, new IpsecCryptoFact { Phase = IpsecPhase.QuickMode });
        facts.MayLack(
            new Gap(
                GapKind.NotSupported,
                MainMode.Source,
                new LocalText(
                    "示されるのはホスト自身の設定だけ。グループポリシーとWindows既定の設定はここでは見えない",
                    "a host lists the sets of its own store: those of group policy and what Windows ships can't be seen here"
                )
            ),
            new IpsecCryptoFact { IsOwn = false }
        );
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                MainMode.Source,
                new LocalText(
                    "提案が文書にない形の文字列か、文書にない番号で示されている",
                    "the proposals came as texts, whose form isn't documented, or with numbers that aren't"
                )
            ),
            nameof(IpsecCryptoFact.Ciphers),
            nameof(IpsecCryptoFact.Hashes),
            nameof(IpsecCryptoFact.Groups)
        );
        facts.Unread(
            new Gap(GapKind.Unusable, MainMode.Source, new LocalText("値の応答がない", "the host gave no value")),
            nameof(IpsecCryptoFact.Id),
            nameof(IpsecCryptoFact.Name)
        );
        return facts.Build();
    }

    private static IpsecCryptoFact Read(Collection collection, CimRow row, IpsecPhase phase, string source, string[] hashes)
    {
        var proposals = row.Rows("Proposals");
        return new IpsecCryptoFact
        {
            ComputerName = collection.ComputerName,
            Source = source,
            Id = row.Text("InstanceID"),
            Name = row.Text("DisplayName"),
            IsOwn = true,
            Phase = phase,
            Ciphers = All(proposals, proposal => new[] { proposal.Member<IpsecCipher>("CipherAlgorithm") }),
            // A proposal of ESP alone has no hash for AH, and the other way round; one that tells none at all may have any.
            Hashes = All(
                proposals,
                proposal =>
                    hashes.Where(name => proposal[name] is not null).Select(name => proposal.Member<IpsecHash>(name)).DefaultIfEmpty()
            ),
        };
    }

    private static IpsecGroup[]? Groups(IReadOnlyList<CimRow>? proposals) =>
        All(proposals, proposal => new[] { proposal.Member<IpsecGroup>("GroupID") });

    /// <summary>Null as soon as one isn't known: a weak one may hide there.</summary>
    private static E[]? All<E>(IReadOnlyList<CimRow>? proposals, System.Func<CimRow, IEnumerable<E?>> read)
        where E : struct, System.Enum
    {
        if (proposals is not { Count: > 0 })
            return null;
        var all = proposals.SelectMany(read).ToArray();
        return all.Length == 0 || all.Any(each => each is null) ? null : all.Select(each => each!.Value).Distinct().ToArray();
    }
}
