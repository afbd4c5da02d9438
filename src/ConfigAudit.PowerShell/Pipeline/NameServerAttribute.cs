using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Net;
using ConfigAudit.Asking.Mail.Domains;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes servers of DNS by their addresses, with a port or without one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NameServerAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = Plain(inputData);
        return value is IEnumerable many and not string
            ? many.Cast<object>().Select(each => Of(Plain(each))).ToArray()
            : new[] { Of(value) };
    }

    private static object Plain(object value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static IPEndPoint Of(object value) =>
        value switch
        {
            IPEndPoint whole => whole,
            IPAddress address => new IPEndPoint(address, NameServerAddress.UsualPort),
            _ => NameServerAddress.Read(value?.ToString() ?? string.Empty)
                ?? throw new ArgumentTransformationMetadataException(
                    Records.Say(
                        $"'{value}' はDNSサーバのアドレスではありません。IPアドレスと、53以外であればポートを指定してください（10.0.0.1、10.0.0.1:5353、::1、[::1]:5353）。",
                        $"'{value}' is no address of a DNS server. Give its IP address, and its port where it isn't 53: 10.0.0.1, 10.0.0.1:5353, ::1 or [::1]:5353."
                    )
                ),
        };
}
