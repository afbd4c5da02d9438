using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Why survivors of one kind are right.</summary>
/// <param name="Checks">The checks, with blanks between; * for all.</param>
/// <param name="Place">Where: a pattern with *.</param>
/// <param name="Property">Of which value: a pattern with *.</param>
/// <param name="Operators">How; none for all.</param>
/// <param name="Reason">Why the Pass is earned all the same.</param>
internal sealed record Explanation(string Checks, string Place, string Property, Operator[] Operators, string Reason)
{
    public static IReadOnlyList<Explanation> All { get; } =
        new Explanation[]
        {
            new(
                "*",
                "registry:*(EnumValues)",
                string.Empty,
                new[] { Operator.Removed },
                "A recording that lacks the list of a key's values answers for each value all the same, and did: nothing that is judged was lost."
            ),
            new(
                "*",
                "registry:*(EnumValues)",
                "Types",
                new[] { Operator.Nulled, Operator.Mistyped },
                "Not every host tells the types. They only choose how a value is asked for; one that isn't of the type wanted is then found and unreadable."
            ),
            new(
                "VPN-03",
                "registry:*Terminal Services",
                "(all of it)",
                new[] { Operator.Removed },
                "The same: without the list each wanted value is asked for, and the recording says of those that it has none."
            ),
            new(
                "VPN-03",
                @"registry:*\WinStations\(EnumKey)",
                "*",
                new[] { Operator.Removed },
                "Recordings made before listeners were listed hold the usual one, which they are judged by. A host answers the question for the list, refuses it, or has none: each of these is judged."
            ),
            new(
                "VPN-03",
                @"registry:*\WinStations\*\SecurityLayer",
                string.Empty,
                new[] { Operator.Removed },
                "A recording made before the layer was asked for doesn't hold it. Where Network Level Authentication is demanded, Windows' own layer goes with it; a host that refuses the value leaves it open."
            ),
            new(
                "NET-04",
                @"registry:*\WindowsFirewall\(EnumKey)",
                "*",
                Array.Empty<Operator>(),
                "The list of the policy's keys only saves questions: without it each of them is asked for, and answers."
            ),
            new(
                "OS-01",
                "root/cimv2:Win32_OperatingSystem",
                "BuildNumber",
                new[] { Operator.Nulled, Operator.Mistyped, Operator.Blanked },
                "Version ends in the build: another property of the same instance says it."
            ),
            new(
                "OS-01",
                "root/cimv2:Win32_OperatingSystem",
                "Version",
                new[] { Operator.Nulled, Operator.Mistyped, Operator.Blanked },
                "BuildNumber is its end, and tells all that is wanted of it."
            ),
            new(
                "OS-01",
                @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion*",
                "*",
                new[] { Operator.Removed, Operator.Denied, Operator.TimedOut, Operator.Emptied },
                "The class tells the build twice, in BuildNumber and in Version, which agree, and the edition as a number. The registry is held against them where it was read: one that nobody could ask, or that has no such value, contradicts neither; one that is there and can't be read does."
            ),
            new(
                "AV-01 AV-04",
                "root/SecurityCenter2:AntiVirusProduct",
                string.Empty,
                new[] { Operator.Removed, Operator.Denied, Operator.TimedOut, Operator.Unusable },
                "Defender's own class and its service say at first hand that it is on: two sources that agree. A Center that was read and names nothing contradicts them; one that nobody read doesn't."
            ),
            new(
                "AV-01 AV-02 AV-08",
                "root/Microsoft/Windows/Defender:MSFT_MpComputerStatus",
                string.Empty,
                new[] { Operator.Removed, Operator.Denied, Operator.TimedOut },
                "The Security Center says, and heard so within the last day, that Microsoft Defender is on and its definitions current, and its service is seen running: two sources that agree. A class that nobody read contradicts neither; one that answers what can't be believed, or isn't there, does."
            ),
            new(
                "AV-01 AV-04 AV-08",
                "root/Microsoft/Windows/Defender:MSFT_MpPreference",
                string.Empty,
                new[] { Operator.Removed },
                "A recording made before the exclusions were asked for doesn't hold them: its class, its service and the Security Center say that Defender protects. A host that refuses them leaves it open."
            )
            {
                Also = Wrong.Born,
            },
            new(
                "AV-01 AV-04 AV-08",
                "root/Microsoft/Windows/Defender:MSFT_MpPreference",
                "Exclusion*",
                new[] { Operator.Nulled },
                "A Defender that excludes nothing has no value there."
            )
            {
                Also = Wrong.Born,
            },
            new(
                "UPD-04 UPD-05",
                "root/cimv2:Win32_QuickFixEngineering",
                "*",
                new[] { Operator.Denied, Operator.Emptied, Operator.Removed, Operator.TimedOut, Operator.Truncated, Operator.Unusable },
                "The revision tells the level, and was read: the hotfixes can only contradict it, and what isn't told contradicts nothing."
            ),
            new(
                "LOG-01 LOG-02 LOG-04",
                "root/cimv2:Win32_Service",
                "*",
                new[] { Operator.Removed },
                "A recording made before the service that writes, or that finds the domain, was asked for doesn't hold it, which contradicts nothing. A host that refuses it leaves it open."
            ),
            new(
                "AV-01 AV-04 AV-05 AV-08 LOG-02 NET-01 UPD-02",
                "root/cimv2:Win32_Service",
                "(rows)",
                new[] { Operator.Truncated },
                "Name is the key of the class: of a service that came, what is cut off is no second one."
            ),
            new(
                "AV-01 AV-02 AV-03 AV-04 AV-08",
                "root/SecurityCenter2:AntiVirusProduct",
                "displayName",
                new[] { Operator.Blanked, Operator.Nulled, Operator.Mistyped },
                "A registration without a name is known by the service of a listed product that starts from the folder of its signed program."
            ),
            new(
                "AV-02 AV-03",
                "root/cimv2:Win32_OperatingSystem",
                "*",
                new[] { Operator.Removed, Operator.Denied, Operator.TimedOut, Operator.Unusable, Operator.Emptied },
                "Which Windows it is only decides whether the Security Center is asked, which a server doesn't have. It was asked, and answered."
            ),
            new(
                "AV-02 AV-03 AV-08",
                "root/Microsoft/Windows/Defender:MSFT_MpComputerStatus",
                string.Empty,
                new[] { Operator.Removed, Operator.Denied, Operator.TimedOut, Operator.Unusable },
                "The Security Center and its service say that another product protects, and that Defender is off: its class isn't needed for that."
            ),
            new(
                "ACC-06",
                "root/cimv2:Win32_NTLogEvent",
                "InsertionStrings",
                new[] { Operator.Nulled, Operator.Mistyped },
                "Of a logon's strings its SID, account and logon count: another that isn't told keeps its place, and theirs."
            ),
            new(
                "NET-04",
                "root/StandardCimv2:MSFT_Net*Filter",
                "InstanceID",
                new[] { Operator.Blanked, Operator.Nulled, Operator.Mistyped },
                "A rule has one filter of each kind: where those of all rules that could open something came, one without its InstanceID is of another rule."
            ),
            new(
                "NET-04",
                "root/StandardCimv2:MSFT_Net*Filter",
                "(rows)",
                new[] { Operator.Truncated },
                "A rule has one filter of each kind, and InstanceID is its key: where those of all rules came, what is cut off is no second one of the same rule."
            ),
            new(
                "NET-04",
                "root/StandardCimv2:MSFT_NetProtocolPortFilter",
                "LocalPort",
                new[] { Operator.Nulled, Operator.Mistyped },
                "A rule that is bound to a program or service which answers at none of these ports opens none, whichever are its own."
            ),
            new(
                "NET-04",
                "root/StandardCimv2:MSFT_NetApplicationFilter",
                "AppPath",
                new[] { Operator.Nulled },
                "Where a rule is for every program, Windows may leave the value empty: it is taken so, against the host."
            )
            {
                Also = Wrong.Condemned,
            },
            new(
                "NET-04",
                "root/StandardCimv2:MSFT_NetApplicationFilter",
                "Package",
                new[] { Operator.Nulled },
                "A rule that isn't for an app has no package."
            )
            {
                Also = Wrong.Condemned,
            },
            new(
                "AV-05 UPD-02",
                "root/cimv2:Win32_Service",
                "*",
                new[] { Operator.Removed, Operator.Denied, Operator.TimedOut, Operator.Unusable, Operator.Emptied },
                "What is demanded is told by the policy and Defender's own class, which says at first hand that it is in use. Its service only tells against that where it was read and doesn't run, and then the demand isn't meant for the host."
            ),
            new(
                "AV-01",
                "root/cimv2:Win32_Service",
                "Name",
                new[] { Operator.Blanked, Operator.Nulled, Operator.Mistyped },
                "Name is the key of the class: a row without it is no second one of a service that came. That it may be another product's is told."
            ),
            new(
                "AV-01 AV-04 AV-06 AV-07 AV-08",
                "root/cimv2:Win32_SystemDriver",
                "*",
                new[]
                {
                    Operator.Removed,
                    Operator.Denied,
                    Operator.TimedOut,
                    Operator.Unusable,
                    Operator.Emptied,
                    Operator.Truncated,
                    Operator.Blanked,
                    Operator.Nulled,
                    Operator.Mistyped,
                },
                "That the product's verified services run is the evidence. Products change their drivers more often than those: one that is seen stopped contradicts, one that isn't seen says nothing."
            ),
            new(
                "SWR-04 SWR-05",
                "root/cimv2:Win32_OperatingSystem",
                "*",
                Array.Empty<Operator>(),
                "Which Windows it is only decides whether the Security Center is asked, which a server doesn't have. It was asked, and answered."
            ),
            new(
                "NET-02",
                "root/cimv2:Win32_NetworkAdapter",
                "*",
                new[]
                {
                    Operator.Removed,
                    Operator.Denied,
                    Operator.TimedOut,
                    Operator.Unusable,
                    Operator.Emptied,
                    Operator.Truncated,
                    Operator.Nulled,
                    Operator.Mistyped,
                },
                "The addresses are Win32_NetworkAdapterConfiguration's, which has a row for each adapter. Where all of them together stand in one network, it is one, whichever are up."
            ),
            new(
                "LOG-02",
                @"registry:*\W32Time\TimeProviders\NtpClient*",
                "*",
                new[] { Operator.Removed },
                "Windows comes with its NTP client on, and the source, the domain and the service are told. A recording of before this was asked doesn't hold the switch; a host that refuses it leaves the clock open."
            ),
            new(
                "SWR-01 SWR-04 SWR-05",
                "*.csv",
                "*",
                new[] { Operator.Contradicted },
                "A program may be registered by several rows, with wildcards: one that registers it suffices, and SWR-02 judges each row by itself."
            ),
            new(
                "SWR-01",
                "*.csv",
                "Name",
                new[] { Operator.Blanked, Operator.Mistyped },
                "Each program is registered by another row. One whose name can't be read may register one more, and never one less."
            ),
            new(
                "EXT-10",
                "*.csv",
                "*",
                new[] { Operator.Contradicted },
                "A service may be registered by several rows, one a use or a contract: one that is approved suffices, and EXT-01 judges each row by itself."
            ),
            new(
                "FLW-05 FLW-08",
                "*.csv",
                "*",
                new[] { Operator.Contradicted },
                "A connection may be registered by several rows, one a line or a destination: one that allows it suffices, and FLW-01 to FLW-04 judge each row by itself."
            ),
            new(
                "SWR-01",
                "*.csv",
                "Publisher",
                new[] { Operator.Blanked, Operator.Removed },
                "A row without a publisher registers the program whoever published it."
            ),
            new(
                "FLW-05",
                "*.csv",
                "送信元",
                new[] { Operator.Blanked, Operator.Removed },
                "A connection without a source is registered for the whole zone; FLW-01 fails for want of it."
            ),
            new(
                "SW-01 SW-03",
                "Software",
                string.Empty,
                new[] { Operator.Emptied },
                "A server without a desktop may be set up without a program for all its users. Of hosts where people sit, an empty list is Unknown (ExpectedTests)."
            ),
            new(
                "AST-03",
                "資産台帳.csv",
                "資産",
                new[] { Operator.Blanked },
                "Nothing stood in the row but the asset's name, so that nothing is left: Excel leaves rows of empty cells behind, and they are none."
            ),
            new(
                "AST-02 AST-04 AST-05",
                "*.csv",
                "*",
                new[] { Operator.Contradicted },
                "An asset may stand under several names and addresses, and a zone may have several ranges: a second row adds one."
            ),
            new(
                "ACC-04 ACC-05 ACC-06",
                "*.csv",
                "*",
                new[] { Operator.Contradicted },
                "An account may be registered once for each host, and used more than once: a second row adds a registration or a use, which is judged by itself."
            ),
        };

    public bool IsOfRegisters => Place.EndsWith(".csv", StringComparison.Ordinal);

    /// <summary>A set of facts, which has no namespace before it.</summary>
    public bool IsOfSnapshots => !IsOfRegisters && Place.IndexOf(':') < 0;

    /// <summary>The reason holds, too, where what is lost spoke against the Pass, or where its loss is held against the host.</summary>
    public Wrong Also { get; init; } = Wrong.Survived;

    public bool Fits(Survivor survivor) =>
        (survivor.Wrong == Wrong.Survived || survivor.Wrong == Also)
        && Checks.Split(' ').Any(check => Like(check, survivor.Check))
        && Like(Place, survivor.Place)
        && Like(Property, survivor.Property)
        && (Operators.Length == 0 || Operators.Contains(survivor.Operator));

    private static bool Like(string pattern, string text) =>
        Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace("\\*", ".*") + "$", RegexOptions.IgnoreCase | RegexOptions.Singleline);
}
