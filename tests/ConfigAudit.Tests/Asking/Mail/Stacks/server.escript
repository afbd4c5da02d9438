#!/usr/bin/env escript
%% Erlang's ssl on loopback: certificate, key and port are told.
main([Certificate, Key, Port]) ->
    {ok, _} = application:ensure_all_started(ssl),
    logger:set_primary_config(level, none),
    Suites = lists:usort(lists:append([ssl:cipher_suites(all, Version) || Version <- ['tlsv1.3', 'tlsv1.2', 'tlsv1.1', tlsv1]])),
    {ok, Listening} = ssl:listen(list_to_integer(Port), [
        {ip, {127, 0, 0, 1}}, {certfile, Certificate}, {keyfile, Key}, {reuseaddr, true}, {backlog, 200}, {active, false},
        {versions, ['tlsv1.3', 'tlsv1.2', 'tlsv1.1', tlsv1]}, {ciphers, Suites}]),
    accept(Listening).

accept(Listening) ->
    {ok, Client} = ssl:transport_accept(Listening),
    Worker = spawn(fun() -> receive go -> serve(Client) end end),
    ssl:controlling_process(Client, Worker),
    Worker ! go,
    accept(Listening).

serve(Client) ->
    case ssl:handshake(Client, 10000) of
        {ok, Secured} -> ssl:recv(Secured, 0, 10000), ssl:close(Secured);
        _ -> ok
    end.
