using System.Linq;
using System.Net.NetworkInformation;

namespace ConfigAudit.Asking.Mail.Dialogue;

/// <summary>This computer's name, for servers of mail that don't take its address.</summary>
internal static class LocalName
{
    /// <summary>Of labels that SMTP takes, and more than one of them (RFC 5321 §2.3.5); a name that can't be, where there is none (RFC 2606).</summary>
    public static string OfMail { get; } = Read();

    private static string Read()
    {
        try
        {
            var here = IPGlobalProperties.GetIPGlobalProperties();
            var host = Plain(here.HostName.Split('.')[0]);
            var domain = string.Join(".", here.DomainName.Split('.').Select(Plain).Where(label => label.Length > 0));
            return $"{(host.Length > 0 ? host : "client")}.{(domain.Length > 0 ? domain : "invalid")}";
        }
        catch (NetworkInformationException)
        {
            return "client.invalid";
        }
    }

    private static string Plain(string label) =>
        new string(
            label.Where(letter => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-').ToArray()
        ).Trim('-');
}
