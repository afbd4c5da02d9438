using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using ConfigAudit.Asking.Sessions.WsMan;
using ConfigAudit.FleetSimulator;
using ConfigAudit.FleetSimulator.Faults;
using ConfigAudit.FleetSimulator.Protocol;
using Xunit;

namespace ConfigAudit.Tests.Live;

/// <summary>
/// The simulator's answers have the shape of a real WinRM's (Windows Server 2008 R2): the same elements in the same namespaces at the same
/// places with the
/// same attributes. Without this, passing against the simulator would prove nothing.
/// </summary>
public sealed class ShapeTests
{
    private const string Cimv2 = WsManNames.WmiResource + "root/cimv2/";

    private static readonly SimulatedRequest Enumerate = new()
    {
        Operation = "Enumerate",
        Action = WsManNames.Enumerate,
        MessageId = "uuid:1",
        Namespace = "root/cimv2",
        Class = "*",
        ResourceUri = Cimv2 + "*",
        MaxElements = 500,
    };

    [NeedsTheory("shared/wsman")]
    [InlineData("SELECT * FROM Win32_OperatingSystem", "Win32_OperatingSystem_star_000")]
    [InlineData("SELECT Caption,InstallDate,LastBootUpTime,CSName FROM Win32_OperatingSystem", "Win32_OperatingSystem_all_000")]
    [InlineData("SELECT * FROM Win32_Service", "Win32_Service_star_000")]
    [InlineData("SELECT Name,State FROM Win32_Service", "Win32_Service_all_000")]
    public async Task The_first_page(string wql, string recorded) =>
        Same(Recorded(recorded), await AnswerAsync(LiveFleet.Host(0), Enumerate with { Wql = wql }));

    [NeedsTheory("shared/wsman")]
    [InlineData("SELECT * FROM Win32_Service", "Win32_LogicalDisk_star_001")]
    [InlineData("SELECT Name,State FROM Win32_Service", "Win32_LogicalDisk_all_001")]
    public async Task The_last_page(string wql, string recorded)
    {
        var host = LiveFleet.Host(0);
        var first = await AnswerAsync(host, Enumerate with { Wql = wql });
        var context = first.Descendants(XName.Get("EnumerationContext", WsManNames.Enumeration)).Single().Value;
        Same(
            Recorded(recorded),
            await AnswerAsync(host, Enumerate with { Operation = "Pull", Action = WsManNames.Pull, Context = context, MaxElements = 500 })
        );
    }

    [NeedsFact("shared/wsman")]
    public async Task A_page_in_between()
    {
        var host = LiveFleet.Host(0);
        var first = await AnswerAsync(host, Enumerate with { Wql = "SELECT * FROM Win32_Service" });
        var context = first.Descendants(XName.Get("EnumerationContext", WsManNames.Enumeration)).Single().Value;
        Same(
            Recorded("Win32_Service_star_001"),
            await AnswerAsync(host, Enumerate with { Operation = "Pull", Action = WsManNames.Pull, Context = context, MaxElements = 1 })
        );
    }

    [NeedsFact("shared/wsman")]
    public async Task The_quota_fault()
    {
        var ours = await AnswerAsync(LiveFleet.Host(0, Fault.Quota), Enumerate with { Wql = "SELECT * FROM Win32_Service" });
        var theirs = XDocument.Load(Path.Combine(Machine.SharedMessages!, "txwinrm", "data_error", "max_concurrent.xml")).Root!;
        Assert.Equal(Shape(theirs), Shape(ours));
        Assert.Contains("Code=\"2150859174\"", ours.ToString());
    }

    [Fact]
    public async Task The_results_of_a_method_are_as_the_protocol_s_document_shows_them()
    {
        var uri = Cimv2 + "StdRegProv";
        var ours = await AnswerAsync(
            LiveFleet.Host(0),
            new SimulatedRequest
            {
                Operation = "Invoke",
                Action = uri + "/EnumKey",
                Method = "EnumKey",
                MessageId = "uuid:1",
                Namespace = "root/cimv2",
                Class = "StdRegProv",
                ResourceUri = uri,
                Arguments = new Dictionary<string, string?> { ["hDefKey"] = "2147483651", ["sSubKeyName"] = string.Empty },
            }
        );
        // [MS-WSMV] 4.1.4: Method_OUTPUT in the class's namespace, its parameters in it too.
        var output = ours.Elements().Last().Elements().Single();
        Assert.Equal(XName.Get("EnumKey_OUTPUT", uri), output.Name);
        Assert.All(output.Elements(), parameter => Assert.Equal(uri, parameter.Name.NamespaceName));
        Assert.Equal(uri + "/EnumKeyResponse", ours.Descendants(XName.Get("Action", WsManNames.Addressing)).Single().Value);
    }

    private static async Task<XElement> AnswerAsync(SimulatedHost host, SimulatedRequest request) =>
        XDocument.Parse((await WsManService.AnswerAsync(host, request, host.Fault)).Envelope).Root!;

    private static XElement Recorded(string name) =>
        XDocument.Load(Path.Combine(Machine.SharedMessages!, "txwinrm", "server_2008", name + ".xml")).Root!;

    private static void Same(XElement theirs, XElement ours)
    {
        // A recorded row may have a null or a datetime where ours has none, and the other way round; what there is looks the same.
        Assert.Equal(Shape(theirs).Where(IsFrame), Shape(ours).Where(IsFrame));
        Assert.Empty(Shape(ours).Except(Shape(theirs)));

        static bool IsFrame(string line) => !line.Contains("*", StringComparison.Ordinal);
    }

    /// <summary>
    /// A line for each element: where it stands, its namespace, its attributes. Classes and properties are "*", since those differ from
    /// machine to machine.
    /// </summary>
    private static string[] Shape(XElement envelope)
    {
        var lines = new List<string>();
        Walk(envelope, string.Empty, isRow: false);
        return lines.Distinct().ToArray();

        void Walk(XElement element, string path, bool isRow)
        {
            var name =
                element.Name.LocalName is "XmlFragment" or "Datetime" || !(isRow || element.Parent?.Name.LocalName == "Items")
                    ? element.Name.LocalName
                    : "*";
            var @namespace = element.Name.NamespaceName.StartsWith(Cimv2, StringComparison.Ordinal)
                ? "the class's"
                : element.Name.NamespaceName;
            var here = $"{path}/{{{@namespace}}}{name}";
            var attributes = element
                .Attributes()
                .Where(attribute =>
                    !attribute.IsNamespaceDeclaration
                    && attribute.Name.LocalName is not ("Code" or "Machine" or "lang" or "provider" or "path")
                )
                .Select(attribute =>
                    attribute.Name.LocalName == "type" ? "type=p:*_Type"
                    : attribute.Name.LocalName == "nil" ? "nil=" + attribute.Value
                    : attribute.Name.LocalName
                );
            lines.Add($"{here} {string.Join(" ", attributes)}{(element.HasElements ? string.Empty : " text")}");
            foreach (var child in element.Elements())
                Walk(child, here, isRow || element.Parent?.Name.LocalName == "Items");
        }
    }
}
