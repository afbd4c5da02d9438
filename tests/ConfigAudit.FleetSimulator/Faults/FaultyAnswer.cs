using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace ConfigAudit.FleetSimulator.Faults;

/// <summary>Answers as a broken, overloaded or hostile host does.</summary>
internal static class FaultyAnswer
{
    private const long FloodBytes = 200L * 1024 * 1024;

    /// <param name="context">The request.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="right">What the right answer would be.</param>
    /// <returns>False when the fault is not of this kind and the answer is to be sent.</returns>
    public static async Task<bool> SendAsync(HttpContext context, Fault fault, string right)
    {
        var bytes = Encoding.UTF8.GetBytes(right);
        var gone = context.RequestAborted;
        switch (fault)
        {
            case Fault.Unauthorized:
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = new[] { "Negotiate", "Kerberos", "Basic realm=\"WSMAN\"" };
                return true;
            case Fault.Unavailable:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return true;
            case Fault.Hang:
                await Task.Delay(Timeout.Infinite, gone).ConfigureAwait(false);
                return true;
            case Fault.HangInBody:
                await StartAsync(context, bytes.Length).ConfigureAwait(false);
                await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), gone).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(gone).ConfigureAwait(false);
                await Task.Delay(Timeout.Infinite, gone).ConfigureAwait(false);
                return true;
            case Fault.Drip:
                await StartAsync(context, bytes.Length).ConfigureAwait(false);
                for (var at = 0; at < bytes.Length; at++)
                {
                    await context.Response.Body.WriteAsync(bytes.AsMemory(at, 1), gone).ConfigureAwait(false);
                    await context.Response.Body.FlushAsync(gone).ConfigureAwait(false);
                    await Task.Delay(100, gone).ConfigureAwait(false);
                }

                return true;
            case Fault.Reset:
                context.Abort();
                return true;
            case Fault.CutOff:
                await StartAsync(context, bytes.Length).ConfigureAwait(false);
                await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), gone).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(gone).ConfigureAwait(false);
                context.Abort();
                return true;
            case Fault.TruncatedXml:
                await WholeAsync(context, "application/soap+xml;charset=UTF-8", right[..(right.Length * 2 / 3)]).ConfigureAwait(false);
                return true;
            case Fault.Garbage:
                await WholeAsync(context, "application/soap+xml;charset=UTF-8", "\u0001\u0002 MZ\u0090 not what was asked for \uFFFF")
                    .ConfigureAwait(false);
                return true;
            case Fault.WrongContentType:
                await WholeAsync(context, "text/html", "<html><body>It works!</body></html>").ConfigureAwait(false);
                return true;
            case Fault.EmptyError:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return true;
            case Fault.Flood or Fault.FloodInChunks:
                await FloodAsync(context, isAnnounced: fault == Fault.Flood).ConfigureAwait(false);
                return true;
            case Fault.Deep:
                await WholeAsync(
                        context,
                        "application/soap+xml;charset=UTF-8",
                        Inside(right, Repeat("<a>", 100_000) + Repeat("</a>", 100_000))
                    )
                    .ConfigureAwait(false);
                return true;
            case Fault.Entities:
                await WholeAsync(
                        context,
                        "application/soap+xml;charset=UTF-8",
                        "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                            + Inside(right, "<a>&c;</a>")
                    )
                    .ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    private static async Task FloodAsync(HttpContext context, bool isAnnounced)
    {
        await StartAsync(context, isAnnounced ? FloodBytes : null).ConfigureAwait(false);
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)' ');
        for (var sent = 0L; sent < FloodBytes; sent += block.Length)
            await context.Response.Body.WriteAsync(block, context.RequestAborted).ConfigureAwait(false);
    }

    private static Task StartAsync(HttpContext context, long? length)
    {
        context.Response.ContentType = "application/soap+xml;charset=UTF-8";
        context.Response.ContentLength = length;
        return context.Response.StartAsync(context.RequestAborted);
    }

    private static Task WholeAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static string Inside(string envelope, string content) =>
        envelope.Insert(envelope.IndexOf('>', envelope.IndexOf(":Body", StringComparison.Ordinal)) + 1, content);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
