using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using ConfigAudit.FleetSimulator.Faults;
using ConfigAudit.FleetSimulator.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConfigAudit.FleetSimulator;

/// <summary>A fleet behind WS-Management on loopback, HTTP or HTTPS, until it is disposed.</summary>
internal sealed class Simulator : IAsyncDisposable
{
    public const string User = "auditor";

    private readonly WebApplication _application;
    private readonly Dictionary<IPAddress, SimulatedHost> _hosts;
    private readonly TimeSpan _latency;
    private readonly string _authorization;

    private Simulator(
        WebApplication application,
        IReadOnlyList<SimulatedHost> hosts,
        int port,
        bool isTls,
        TimeSpan latency,
        string password
    )
    {
        _application = application;
        _hosts = hosts.ToDictionary(host => host.Address);
        (Hosts, Port, IsTls, _latency, Password) = (hosts, port, isTls, latency, password);
        _authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
    }

    public IReadOnlyList<SimulatedHost> Hosts { get; }

    public int Port { get; }

    public bool IsTls { get; }

    public string Password { get; }

    /// <summary>The authority that signs the hosts' certificates.</summary>
    public FleetCertificates Certificates { get; } = new();

    /// <param name="hosts">Who is there.</param>
    /// <param name="isTls">HTTPS instead of HTTP.</param>
    /// <param name="latency">Waited before each answer.</param>
    /// <param name="password">Of the one user; null for one that is made up.</param>
    public static async Task<Simulator> StartAsync(
        IReadOnlyList<SimulatedHost> hosts,
        bool isTls = true,
        TimeSpan latency = default,
        string? password = null
    )
    {
        Simulator? simulator = null;
        var port = FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A host that refuses connections is one at whose address nobody listens.
            foreach (var host in hosts.Where(host => host.Fault != Fault.Refused))
            {
                kestrel.Listen(
                    host.Address,
                    port,
                    listen =>
                    {
                        if (isTls)
                            listen.UseHttps(https => https.ServerCertificateSelector = (_, _) => simulator!.Certificates.Of(host));
                    }
                );
            }
        });
        var application = builder.Build();
        simulator = new Simulator(application, hosts, port, isTls, latency, password ?? Guid.NewGuid().ToString("N"));
        application.Run(simulator.AnswerAsync);
        await application.StartAsync().ConfigureAwait(false);
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new System.Threading.CancellationToken(true)).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        Certificates.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var host = _hosts[context.Connection.LocalIpAddress!.MapToIPv4()];
        if (!string.Equals(context.Request.Headers.Authorization, _authorization, StringComparison.Ordinal))
        {
            using (host.Enter("Unauthorized", context.Connection.Id))
                await FaultyAnswer.SendAsync(context, Fault.Unauthorized, string.Empty).ConfigureAwait(false);
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync().ConfigureAwait(false);
        if (
            context.Request.ContentLength is null
            || context.Request.ContentType?.StartsWith("application/soap+xml", StringComparison.OrdinalIgnoreCase) != true
        )
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        host.Count(context.Request.ContentLength.Value);
        try
        {
            await AnswerAsync(context, host, SimulatedRequest.Read(text)).ConfigureAwait(false);
        }
        catch (FormatException refused)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await WriteAsync(context, host, WinRmWriter.Fault(string.Empty, "w:SchemaValidationError", 0x80338041, refused.Message))
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
    }

    private async Task AnswerAsync(HttpContext context, SimulatedHost host, SimulatedRequest request)
    {
        using var entered = host.Enter(request.Operation, context.Connection.Id);
        if (_latency > TimeSpan.Zero)
            await Task.Delay(_latency, context.RequestAborted).ConfigureAwait(false);
        var fault = host.IsFaulty(request.Operation) ? host.Fault : Fault.None;
        var (envelope, isFault) = await WsManService.AnswerAsync(host, request, fault).ConfigureAwait(false);
        if (await FaultyAnswer.SendAsync(context, fault, envelope).ConfigureAwait(false))
            return;
        if (isFault)
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await WriteAsync(context, host, envelope).ConfigureAwait(false);
    }

    private static Task WriteAsync(HttpContext context, SimulatedHost host, string envelope)
    {
        var bytes = Encoding.UTF8.GetBytes(envelope);
        context.Response.ContentType = "application/soap+xml;charset=UTF-8";
        context.Response.ContentLength = bytes.Length;
        host.Count(bytes.Length);
        return context.Response.Body.WriteAsync(bytes, 0, bytes.Length, context.RequestAborted);
    }
}
