using System;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>Rows of MSFT_NetConSecRule to rule facts.</summary>
internal static class IpsecRuleReader
{
    private const string Source = "root/StandardCimv2:MSFT_NetConSecRule";

    public static FactSet<IpsecRuleFact> Read(Collection collection, CimAnswer answer)
    {
        var facts = new FactSetBuilder<IpsecRuleFact>();
        facts.RestsOn(Source);
        foreach (var row in answer.Rows)
        {
            var mode = Mode(row.Number("Mode"));
            facts.Add(
                new IpsecRuleFact
                {
                    ComputerName = collection.ComputerName,
                    Source = Source,
                    Id = row.Text("InstanceID"),
                    Name = row.Text("DisplayName"),
                    IsEnabled = row.Number("Enabled") switch
                    {
                        1 => true,
                        2 => false,
                        _ => null,
                    },
                    Mode = mode,
                    InboundSecurity = row.Member<IpsecSecurity>("InboundSecurity"),
                    OutboundSecurity = row.Member<IpsecSecurity>("OutboundSecurity"),
                    RemoteEndpoints = row.Texts("RemoteTunnelEndpoint") ?? (mode == IpsecMode.Transport ? Array.Empty<string>() : null),
                }
            );
        }

        facts.MayLack(answer.Gap);
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                Source,
                new LocalText(
                    "規則に値がないか、文書にない番号である",
                    "the rule doesn't tell, or gives a number without a documented meaning"
                )
            ),
            nameof(IpsecRuleFact.Id),
            nameof(IpsecRuleFact.Name),
            nameof(IpsecRuleFact.IsEnabled),
            nameof(IpsecRuleFact.Mode),
            nameof(IpsecRuleFact.InboundSecurity),
            nameof(IpsecRuleFact.OutboundSecurity),
            nameof(IpsecRuleFact.RemoteEndpoints)
        );
        facts.MayLack(
            new Gap(
                GapKind.NotSupported,
                Source,
                new LocalText(
                    "示されるのはホスト自身の規則だけ。グループポリシーの規則はここでは見えない",
                    "a host lists the rules of its own store: those of Group Policy can't be seen here"
                )
            )
        );
        return facts.Build();
    }

    private static IpsecMode? Mode(long? number) =>
        number switch
        {
            1 or 3 => IpsecMode.Transport,
            2 => IpsecMode.Tunnel,
            _ => null,
        };
}
