// `wiring.py` has made this, and asked PyTorch for the numbers.

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G0: [2, 6, 4] -> (f: _, body: [3, 6, 4], c: [2, 3, 2]) <
        end: seq { b: twice(2); from(b); };
        a: again(end.b);
        silu;
        c: conv(2, 2, 2, stride = 2);
        e: conv(2, 3, 3, padding = 1);
        body: upsample(2);
        f: unit(3, 3);
    >
}

cnn! {
    pub struct G1: (left: [1, 4, 4], right: [2, 4, 5]) -> (k: [4], body: _) <
        from(left);
        if 2 > 1 { end: fc(16, 4); fc(4, 2); } else { relu }
        left_: fc(2, 4);
        sigmoid;
        k: seq { mul(_, end); a: residual { from(left); from(left_); }; };
        l: concat { identity; { body: { from(left_); fc(4, 4); left_: { again(k.a); end: fc(4, 2); }; }; }; { end: seq { fc(4, 2); [fc(2, 2); 2] }; left_: fc(2, 2); } };
        body: seq { end: concat(k); a: silu; b: prelu; };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G2: (left: [1, 4, 4]) -> (left_: _, end: [4, 4, 4], a: _) <
        concat(left, _);
        left_: seq { body: silu; entry: concat { { b: conv(2, 2, 3, padding = 1); }; { mul(left, _); skips(b, 2, 2); } }; };
        end: concat { { left_: conv(6, 2, 3, padding = 1); "body": conv(2, 1, 3, padding = 1); }; { entry: seq { from(left); }; }; { g: { a: again(left_); }; } };
        conv(4, 2, 3);
        from(end.body);
        a: seq { body: fork(1, 1); a: { from(end.left_); }; d: maxpool(2); };
    >
}

cnn! {
    pub struct G3: (left: [2, 5, 6], right: [1, 4, 5]) -> (body: [3, 5, 6], last: _) <
        from(left);
        if 3 > 1 { body: conv(2, 3, 3, padding = 1); } else { relu }
        elu;
        end: { a: { residual { body: conv(3, 2, 3, padding = 1); } shortcut { again(body); }; concat(left, body); for i in 0..2 { "a_{i}": batchnorm; } for i in 0..2 { again("a_{2 - 1 - i}"); } }; again(a.a_1); };
        conv(6, 3, 3, padding = 1);
        batchnorm;
        last: tanh;
    >
}

cnn! {
    pub struct G4: (left: [2, 4, 4], right: [3, 4, 4]) -> (a: [5, 4, 4], e: [1, 4, 4], left_: _) <
        left_: concat(right, left);
        a: seq { conv(5, 3, 1, bias = false); body: again(left_); a: seq { end: conv_transpose(5, 2, 2, stride = 2); again(body); }; };
        entry: add(_, a.a, left_);
        from(a);
        e: conv(5, 1, 1, bias = false);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G5: (left: [1, 5, 6], right: [1, 4, 5]) -> (body: [3, 6, 8], k: _) <
        from(left);
        a: conv(1, 2, 3, padding = 1);
        entry: avgpool(2, 1);
        end: avgpool(2, 1);
        upsample(2);
        if 3 > 1 { body: conv(2, 3, 3, padding = 1); fork(3, 2); } else { relu }
        [silu; 3]
        k: again(body);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G6: (left: [3, 4, 4], right: [3, 4, 4]) -> (i_: [2, 2, 2], a: [3, 4, 4], g: [3, 4, 4]) <
        a: mul(left, right);
        left_: seq { from(a); skips(right, 3, 2); };
        entry: maxpool(2);
        f: seq { again(a); };
        g: add(_, a);
        b: conv(3, 2, 2, stride = 2);
        i_: fork(2, 2);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G7: (left: [3, 6, 4], right: [2, 6, 4]) -> (f: [5, 6, 4], last: [1, 6, 4], end: _) <
        b: concat(left, right);
        from(b);
        a: tanh;
        again(b);
        add { { e: again(a); }; { left_: { again(a); }; f: again(b); } };
        d: batchnorm;
        "end": tanh;
        if 3 > 1 { body: fork(5, 1); conv(1, 1, 3, padding = 1); } else { relu }
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G8: (left: [2, 4, 5], right: [1, 4, 5]) -> (a: [3, 8, 10], e: [3, 4, 5], c: [3, 4, 5]) <
        b: concat(right, left);
        fork(3, 2);
        from(left);
        c: again(b);
        a: upsample(2);
        e: seq { b: again(c); };
    >
}

cnn! {
    pub struct G9: (left: [1, 4, 4], right: [1, 4, 4], third: [1, 4, 4]) -> (last: [4, 4, 4], d: [2, 4, 4]) <
        left_: concat(left, right);
        b: mul(left, third, right);
        d: { body: concat(right, third); concat(left_, right, _); again(left_); };
        entry: again(left_);
        from(d.body);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G10: (left: [3, 4, 4], right: [1, 4, 5], third: [3, 4, 4]) -> (last: [2, 2, 2], entry: [2, 2, 2], body: [2, 2, 2]) <
        from(third);
        from(third);
        body: conv(3, 2, 3);
        unit(2, 2);
        entry: batchnorm;
        from(left);
        b: { again(body); end: twice(2); conv(2, 2, 3, padding = 1); };
        conv(2, 2, 1, bias = false);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G11: (left: [3, 5, 6], right: [3, 5, 6]) -> (h: [3, 1, 1], last: [3, 2, 3], e: [3, 2, 3]) <
        from(left);
        end: seq { conv(3, 2, 3, padding = 1); };
        from(end);
        e: seq { b: maxpool(2); c: { from(b); [tanh; 2] }; end: unit(2, 3); };
        g: conv(3, 1, 3, padding = 1);
        h: { "left_": upsample(2); from(e.end.conv1); a: { entry: seq { d: fork(3, 3); }; again(e.b); }; };
        c: again(h.a.entry.d.right);
        from(h.a.entry.d.left);
        last: tanh;
    >
}

cnn! {
    pub struct G12: (left: [3, 6, 4], right: [3, 6, 4], third: [3, 6, 4]) -> (left_: [3, 3, 2], last: [3, 3, 2]) <
        from(third);
        silu;
        maxpool(2);
        left_: conv(3, 3, 3, padding = 1);
        again(left_);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G13: (left: [3, 5, 6], right: [1, 5, 6], third: [1, 5, 6]) -> (last: _, c: _, entry: [3, 5, 6]) <
        from(left);
        a: batchnorm;
        entry: twice(3);
        again(entry);
        b: residual { again(a); again(a); };
        c: seq { body: seq { entry: conv(3, 2, 3, padding = 1); }; };
        from(c.body.entry);
        last: tanh;
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G14: (left: [3, 4, 5], right: [3, 4, 4]) -> (last: [3, 4, 4], end: [9, 4, 4]) <
        from(right);
        left_: seq { body: prelu; };
        like(left_.body);
        mul(right, _);
        end: concat(_, left_.body, left_);
        from(left_);
        again(left_.body);
        from(left_);
        last: tanh;
    >
}

cnn! {
    pub struct G15: [1, 5, 6] -> (last: [3, 1, 1], a: [3, 1, 1]) <
        [avgpool(2, 1); 3]
        maxpool(2);
        residual { end: conv(1, 3, 1, bias = false); } shortcut { from(end); };
        a: conv(3, 3, 3, padding = 1);
        again(a);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G16: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (d: _, left_: [2, 10, 12], a: [1, 10, 12]) <
        from(third);
        c: seq { if 2 > 1 { a: twice(3); c: again(a); } else { relu } conv_transpose(3, 2, 2, stride = 2); e: seq { conv(2, 2, 3, padding = 1); }; };
        a: conv(2, 1, 3, padding = 1);
        left_: conv(1, 2, 3, padding = 1);
        b: add { identity; { from(left_); } };
        mul(_, a, c);
        l: unit(2, 2);
        d: fork(2, 2);
    >
}

cnn! {
    pub struct G17: (left: [3, 6, 6], right: [3, 6, 6], third: [3, 6, 6]) -> (last: _, c: [3, 6, 6], body: [3, 6, 6]) <
        from(left);
        from(third);
        entry: silu;
        sigmoid;
        body: again(entry);
        c: mul(right, body, _);
        again(entry);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G18: (left: [3, 4, 4], right: [2, 4, 5], third: [1, 4, 5]) -> (c: [2, 2, 2], i_: [2, 2, 2]) <
        from(right);
        a: mul { { b: { f: maxpool(2); from(right); end: unit(2, 1); }; }; { entry: again(b.end.conv1); } };
        b: again(a.b);
        from(a.entry);
        "c": conv(1, 2, 2, stride = 2);
        conv(2, 1, 1, bias = false);
        h: like(b.f);
        i_: mul(_, c);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G19: [2, 4, 4] -> (end: [6, 3, 3], body: [2, 3, 3], a: [2, 3, 3]) <
        a: avgpool(2, 1);
        left_: concat(a, _);
        from(a);
        body: seq { b: twice(2); body: again(b.second); };
        end: concat(a, _, body.b);
    >
}

cnn! {
    pub struct G20: (left: [2, 6, 6]) -> (last: _, e: [3, 6, 6]) <
        entry: { left_: prelu; from(left); from(left); };
        left_: conv(2, 3, 3, padding = 1);
        e: mul(_, left_);
        end: seq { [again(entry); 3] entry: conv(2, 1, 3, padding = 1); from(e); };
        conv(3, 2, 1, bias = false);
        leaky_relu;
        b: concat(e, left_);
        from(left_);
        last: tanh;
    >
}

cnn! {
    pub struct G21: (left: [1, 4, 5], right: [1, 6, 6], third: [3, 6, 6]) -> (left_: _, f: [3, 5, 5]) <
        from(left);
        left_: seq { from(third); };
        from(left_);
        "a": again(left_);
        end: conv(3, 1, 3, padding = 1);
        d: avgpool(2, 1);
        f: conv(1, 3, 3, padding = 1);
    >
}

cnn! {
    pub struct G22: (left: [2, 6, 4], right: [2, 6, 4]) -> (body: [2, 3, 2], e: [2, 3, 2]) <
        from(left);
        body: maxpool(2);
        again(body);
        conv(2, 2, 3, padding = 1);
        from(left);
        e: { again(body); end: seq { from(body); conv(2, 2, 1, bias = false); }; b: seq { batchnorm; }; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G23: [3, 4, 5] -> (last: _, body: [3, 4, 5], end: [3, 4, 5]) <
        body: twice(3);
        upsample(2);
        from(body.body);
        end: residual { a: again(body); again(body.body); left_: sigmoid; };
        unit(3, 2);
        last: tanh;
    >
}

cnn! {
    pub struct G24: (left: [1, 6, 6], right: [1, 6, 6]) -> (z20: [4, 6, 6], i_: [3, 6, 6]) <
        from(left);
        from(right);
        from(left);
        i_: seq { sigmoid; a: seq { left_: concat(left, right); }; };
        "body": conv(3, 2, 1, bias = false);
        conv(2, 3, 1, bias = false);
        if 2 > 1 { again(body); } else { relu }
        z20: seq { mul { { again(i_.a.left_); b: seq { entry: conv(4, 2, 3, padding = 1); }; }; identity; { [again(i_.a); 3] from(b); } }; body: again(i_.a); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G25: (left: [1, 4, 5], right: [2, 6, 6]) -> (a: [1, 2, 2], left_: [4, 4, 5]) <
        from(left);
        body: conv(1, 2, 3, padding = 1);
        conv(2, 3, 3, padding = 1);
        left_: skips(left, 3, 3);
        entry: residual { end: residual { batchnorm; }; softplus; };
        conv(4, 1, 2, stride = 2);
        end: seq { c: prelu; a: seq { end: { a: again(c); c: tanh; }; for i in 0..2 { "b_{i}": batchnorm; } for i in 0..2 { again("b_{2 - 1 - i}"); } body: conv_transpose(1, 1, 2, stride = 2); }; from(c); };
        a: twice(1);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G26: (left: [2, 4, 5], right: [2, 4, 4], third: [2, 4, 4]) -> (a: [2, 4, 4], d: _, b: [1, 4, 4]) <
        from(right);
        b: seq { conv(2, 1, 3, padding = 1); };
        [leaky_relu; 3]
        a: seq { entry: { from(right); b: seq { a: again(b); elu; "body": skips(b, 1, 3); }; }; c: tanh; a: seq { body: add(_, b, entry.b, entry); entry: seq { entry: again(c); }; left_: seq { a: conv(4, 2, 3, padding = 1); d: twice(2); mul(d.body); }; }; };
        d: seq { concat(a.entry.b, a.entry.b.body.conv1, _); };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G27: (left: [1, 6, 4], right: [2, 4, 5], third: [1, 6, 4]) -> (d: [4], last: _) <
        from(third);
        b: seq { body: fork(1, 3); from(body); d: { a: seq { left_: fc(72, 4); }; }; };
        mul { { for i in 0..2 { "end_{i}": elu; } for i in 0..2 { again("end_{2 - 1 - i}"); } }; { left_: softplus; [fc(4, 4); 3] } };
        residual { from(b.d.a); d: silu; };
        c: seq { b: seq { add(end_0, b.d); fc(4, 2); }; again(left_); };
        body: add { { [again(end_0); 2] a: seq { fc(2, 4); again(d); entry: seq { b: fc(4, 2); a: again(left_); end: again(end_1); }; }; }; identity };
        from(c);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G28: [2, 5, 6] -> (a: [2, 8, 12], last: _, b: [2, 4, 6]) <
        conv(2, 3, 2, stride = 2);
        if 3 > 1 { b: conv_transpose(3, 2, 2, stride = 2); a: upsample(2); } else { relu }
        entry: unit(2, 1);
        c: { end: again(entry.bn1); };
        from(c.end);
        last: tanh;
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G29: (left: [1, 6, 6], right: [2, 4, 5], third: [1, 6, 6]) -> (last: _, entry: [1, 6, 6]) <
        left_: add(left, third);
        [again(left_); 3]
        from(left_);
        from(left_);
        a: mul(_, left, left_);
        like(left_);
        concat { { entry: again(a); }; { "body": maxpool(2); b: upsample(2); } };
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G30: (left: [2, 6, 6], right: [2, 6, 6], third: [2, 6, 6]) -> (end: _, last: [2, 12, 12], a: [2, 12, 12]) <
        from(left);
        end: seq { b: batchnorm; };
        from(end.b);
        body: upsample(2);
        left_: again(end);
        a: seq { conv(2, 1, 3, padding = 1); entry: conv(1, 1, 3, padding = 1); left_: { from(body); entry: unit(2, 2); }; };
        add(left_, _);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G31: (left: [2, 5, 6], right: [2, 5, 6], third: [2, 5, 6]) -> (end: _, last: _) <
        from(right);
        left_: unit(2, 2);
        from(third);
        c: avgpool(2, 1);
        end: seq { fork(2, 2); entry: { end: seq { "body": again(left_.bn1); }; from(end.body); body: seq { body: skips(c, 2, 2); }; }; };
        from(end.entry.body.body.conv1);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G32: [3, 5, 6] -> (left_: [2, 10, 12], d: [2, 5, 6], last: _) <
        conv(3, 2, 3, padding = 1);
        leaky_relu;
        body: upsample(2);
        left_: residual { a: twice(2); d: again(a.second); [batchnorm; 3] };
        add { { from(left_); }; { entry: seq { left_: again(left_.a.body); again(left_); }; }; { d: seq { again(entry); entry: seq { b: conv(2, 2, 2, stride = 2); c: again(left_.d); }; }; from(left_); } };
        from(d);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G33: (left: [1, 4, 5], right: [2, 6, 6]) -> (c: [2, 2, 2], body: [2, 6, 6], d: [1, 2, 2]) <
        from(left);
        from(left);
        from(right);
        body: { b: { "body": silu; }; entry: residual { add(right, _, b.body); }; c: twice(2); };
        d: { body: conv(2, 3, 3); conv(3, 2, 3, padding = 1); e: seq { again(body); left_: fork(3, 1); end: { unit(1, 3); from(left_); }; }; };
        from(d.e.end);
        upsample(2);
        c: { b: conv(1, 2, 3); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G34: (left: [1, 6, 6], right: [1, 6, 6]) -> (last: [2, 3, 3], a: [2, 6, 6]) <
        from(left);
        if 2 > 1 { entry: sigmoid; } else { relu }
        end: concat { { left_: seq { concat(entry, _, left); }; }; { body: again(left_); } };
        a: unit(6, 2);
        again(entry);
        conv(2, 2, 2, stride = 2);
        last: tanh;
    >
}

cnn! {
    pub struct G35: (left: [1, 4, 4], right: [1, 4, 4]) -> (end: [1, 4, 4], entry: _) <
        mul(right, left);
        entry: mul(_, left);
        [again(entry); 3]
        batchnorm;
        from(left);
        end: seq { residual { entry: seq { end: batchnorm; entry: add(_, left); }; residual { from(right); }; [again(entry.entry); 2] }; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G36: (left: [3, 6, 4], right: [3, 6, 4], third: [3, 6, 4]) -> (last: [3, 12, 8], f: [1, 12, 8], end: [3, 6, 4]) <
        from(third);
        end: seq { conv(3, 3, 3, padding = 1); for i in 0..2 { "a_{i}": conv(3, 3, 3, padding = 1); } for i in 0..2 { again("a_{2 - 1 - i}"); } entry: add(a_0, _); };
        from(end.a_1);
        entry: upsample(2);
        left_: unit(3, 1);
        f: seq { b: batchnorm; };
        fork(1, 3);
        last: tanh;
    >
}

cnn! {
    pub struct G37: (left: [3, 4, 4]) -> (g: [3, 4, 4], a: [1, 2, 2], last: [3, 4, 4]) <
        body: seq { concat { identity; { b: batchnorm; again(b); }; { conv(3, 2, 3, padding = 1); } }; conv(8, 3, 3); };
        a: conv(3, 1, 3, padding = 1);
        silu;
        end: seq { fc(4, 3); entry: seq { silu; end: seq { entry: fc(3, 3); }; entry: leaky_relu; }; };
        fc(3, 3);
        from(body);
        prelu;
        residual { [tanh; 2] d: conv_transpose(3, 3, 2, stride = 2); } shortcut { g: again(d); };
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G38: (left: [1, 6, 6], right: [1, 6, 6], third: [1, 6, 6]) -> (entry: [7, 6, 6], end: [3, 6, 6]) <
        from(left);
        end: concat(right, left, _);
        again(end);
        again(end);
        c: twice(7);
        entry: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G39: (left: [3, 4, 5], right: [1, 5, 6]) -> (entry: _, last: [3, 5, 6], c_0: [3, 5, 6]) <
        from(right);
        tanh;
        left_: unit(1, 3);
        entry: twice(3);
        for i in 0..2 { "c_{i}": silu; } for i in 0..2 { again("c_{2 - 1 - i}"); }
        from(left_.bn1);
        b: add(_, c_1);
        [again(entry); 3]
        last: tanh;
    >
}

cnn! {
    pub struct G40: (left: [3, 4, 4], right: [2, 4, 4], third: [2, 4, 4]) -> (left_: [2, 6, 6], d: [1, 6, 6], end: _) <
        from(right);
        a: seq { from(third); from(right); b: conv_transpose(2, 1, 2, stride = 2); };
        fc(64, 4);
        from(a);
        end: { from(left); body: conv(3, 3, 3, padding = 1); end: seq { b: again(a); }; };
        entry: seq { conv(1, 2, 3); conv(2, 3, 3, padding = 1); };
        d: seq { conv(3, 1, 3, padding = 1); };
        left_: conv(1, 2, 3, padding = 1);
    >
}

cnn! {
    pub struct G41: (left: [3, 4, 5], right: [2, 4, 4]) -> (end: _, g: [2, 2, 2]) <
        from(right);
        add { { from(right); }; { left_: { conv(2, 2, 3, padding = 1); }; }; identity };
        residual { again(left_); "a": conv(2, 2, 1, bias = false); };
        end: maxpool(2);
        g: again(left_);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G42: (left: [1, 6, 4], right: [1, 6, 4]) -> (last: _, f: [1, 3, 2]) <
        from(left);
        entry: twice(1);
        left_: again(entry);
        b: { a: seq { for i in 0..2 { "entry_{i}": tanh; } for i in 0..2 { again("entry_{2 - 1 - i}"); } maxpool(2); }; };
        conv(1, 3, 3, padding = 1);
        f: seq { a: fork(3, 1); };
        from(f.a.right);
        last: tanh;
    >
}

cnn! {
    pub struct G43: (left: [2, 6, 4]) -> (last: [1, 12, 8], c: [1, 12, 8]) <
        b: conv_transpose(2, 1, 2, stride = 2);
        left_: elu;
        tanh;
        add { { for i in 0..3 { "entry_{i}": conv(1, 1, 1, bias = false); } for i in 0..3 { again("entry_{3 - 1 - i}"); } c: { entry: seq { again(entry_0); }; again(entry_1); d: again(entry_1); }; }; { e: conv(1, 2, 3, padding = 1); from(entry_2); } };
        last: tanh;
    >
}

cnn! {
    pub struct G44: (left: [1, 4, 5]) -> (a: _, entry: [1, 3, 4], last: _) <
        mul { { from(left); }; identity; { from(left); } };
        [conv(1, 1, 3, padding = 1); 3]
        a: mul(_, left);
        "entry": avgpool(2, 1);
        from(entry);
        from(a);
        [again(a); 3]
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G45: (left: [1, 4, 4], right: [1, 4, 4]) -> (left_: [1, 4, 4], last: [1, 4, 4], b: _) <
        from(left);
        b: seq { batchnorm; mul { { from(right); }; { end: unit(1, 1); } }; a: add(right, left); };
        c: mul(right);
        a: mul(_, c);
        left_: again(a);
        conv(1, 2, 2, stride = 2);
        from(right);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G46: (left: [1, 6, 6], right: [1, 4, 5], third: [2, 6, 6]) -> (last: [2, 1, 2], d: [2, 1, 2], e: _) <
        from(right);
        avgpool(2, 1);
        "d": conv(1, 2, 2, stride = 2);
        if 2 > 1 { fork(2, 1); } else { relu }
        from(d);
        l: seq { body: twice(2); };
        e: seq { a: again(l); again(l.body.second); };
        from(e.a.body);
        last: tanh;
    >
}

cnn! {
    pub struct G47: (left: [1, 5, 6], right: [1, 5, 6], third: [2, 4, 5]) -> (entry: [3, 5, 6], b: [5, 5, 6]) <
        from(left);
        entry: { end: concat(left, _, right); };
        from(entry);
        b: again(entry.end);
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G48: (left: [1, 4, 5], right: [1, 5, 6], third: [2, 4, 5]) -> (last: [3, 4, 5], body: [1, 4, 5]) <
        from(left);
        end: { elu; };
        again(end);
        body: like(end);
        c: { body: seq { add(end, _, body.copy); }; from(end); };
        add { { d: add { identity; { from(left); end: seq { body: again(c); batchnorm; conv(1, 3, 1, bias = false); }; }; { c: { "b": again(end.body.body); conv(1, 3, 3, padding = 1); }; } }; e: seq { a: again(body); }; }; { from(d.end); } };
        conv(3, 3, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    pub struct G49: (left: [3, 5, 6]) -> (h: [2, 10, 12], end: [2, 10, 12]) <
        body: conv_transpose(3, 2, 2, stride = 2);
        add { identity; { end: seq { from(body); from(left); again(body); }; }; { d: add { { body: silu; }; identity }; from(d); } };
        mul(_, body);
        from(body);
        add(_, d.body);
        left_: add(body, d, _);
        h: { from(left_); from(left_); };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G50: (left: [2, 6, 6], right: [2, 6, 6], third: [2, 6, 6]) -> (b_0: [2, 6, 6], last: [2, 6, 6]) <
        from(third);
        conv(2, 2, 3, padding = 1);
        body: fork(2, 1);
        from(body.entry);
        elu;
        for i in 0..3 { "b_{i}": softplus; } for i in 0..3 { again("b_{3 - 1 - i}"); }
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G51: (left: [2, 4, 4], right: [2, 4, 4]) -> (entry: _, last: _, left_: [2, 4, 4]) <
        from(left);
        if 2 > 1 { b: seq { end: { from(left); batchnorm; }; }; } else { relu }
        entry: again(b);
        body: seq { from(entry); };
        twice(2);
        "left_": again(entry.end);
        again(left_);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G52: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (a: [3, 1, 1], l: [3, 1, 1], entry: [2, 2, 3]) <
        from(third);
        b: residual { b: maxpool(2); } shortcut { body: again(b); };
        body: mul { { b: again(b.b); batchnorm; }; { m: maxpool(2); } };
        entry: seq { entry: add(body.m); e: seq { from(b.body); end: conv(3, 3, 3, padding = 1); body: softplus; }; conv(3, 2, 3, padding = 1); };
        f: conv(2, 3, 1, bias = false);
        h: conv(3, 3, 2, stride = 2);
        l: { b: seq { body: unit(3, 3); from(third); if 3 > 1 { from(body); } else { relu } }; entry: twice(3); c: sigmoid; };
        a: { body: conv(3, 3, 3, padding = 1); a: tanh; };
    >
}

cnn! {
    pub struct G53: (left: [3, 6, 6]) -> (e: [3, 6, 6], body: [3, 6, 6]) <
        from(left);
        from(left);
        left_: tanh;
        e: again(left_);
        residual { add(_, left, left_); mul(left, _); };
        body: seq { from(e); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G54: (left: [3, 6, 4], right: [1, 6, 4], third: [2, 4, 5]) -> (b: [3], entry: [1, 6, 4], last: [3]) <
        from(right);
        conv(1, 1, 3, padding = 1);
        entry: conv(1, 1, 3, padding = 1);
        again(entry);
        b: { a: seq { b: again(entry); from(third); end: unit(2, 1); }; fc(20, 2); if 3 > 1 { b: fc(2, 4); end: seq { fc(4, 3); body: tanh; }; } else { relu } };
        leaky_relu;
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G55: (left: [1, 4, 5], right: [1, 5, 6], third: [1, 5, 6]) -> (e: [4, 4, 5], c: [3, 4, 5], entry: [1, 4, 5]) <
        from(left);
        entry: conv(1, 1, 3, padding = 1);
        end: unit(1, 2);
        c: seq { from(end.conv1); left_: again(end.bn1); b: conv(2, 3, 3, padding = 1); };
        e: seq { concat { identity; { a: conv(3, 1, 3, padding = 1); } }; };
    >
}

cnn! {
    pub struct G56: (left: [3, 6, 6], right: [3, 6, 6], third: [3, 6, 6]) -> (d: _, end: [2, 12, 12]) <
        from(right);
        from(right);
        from(left);
        b: conv_transpose(3, 2, 2, stride = 2);
        end: seq { conv(2, 3, 2, stride = 2); c: again(b); };
        from(end.c);
        left_: conv(2, 3, 2, stride = 2);
        d: conv(3, 2, 3, padding = 1);
    >
}

cnn! {
    pub struct G57: (left: [2, 6, 4], right: [1, 6, 4]) -> (b: _, f: [2]) <
        from(right);
        b: fc(24, 3);
        end: fc(3, 2);
        from(end);
        d: residual { entry: seq { prelu; body: softplus; }; elu; };
        "entry": leaky_relu;
        mul(d, d.entry);
        f: { left_: again(entry); b: { end: { a: concat(end); left_: fc(4, 3); d: tanh; }; body: again(d); }; from(d.entry); };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G58: (left: [3, 4, 5], right: [3, 5, 6]) -> (entry: [3, 8, 10], h: _, o: [3, 7, 9]) <
        from(left);
        a: conv(3, 3, 1, bias = false);
        h: seq { entry: seq { like(a); a: seq { "b": avgpool(2, 1); }; c: mul(_, a, a.b); }; b: conv(3, 2, 1, bias = false); };
        from(a);
        from(a);
        entry: seq { b: upsample(2); };
        e: { c: again(a); };
        "o": again(h.entry);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G59: (left: [1, 6, 6], right: [1, 6, 6]) -> (body: [4, 6, 6], f: [4, 6, 6]) <
        from(left);
        entry: { b: concat(right, _); };
        c: unit(2, 2);
        left_: again(c.bn1);
        body: concat { { entry: mul(_, left); again(c.conv1); }; { from(c.bn1); } };
        conv(4, 2, 3, padding = 1);
        "f": again(body);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G60: (left: [2, 6, 6], right: [2, 6, 6], third: [3, 6, 6]) -> (left_: _, body: _) <
        from(third);
        residual { body: mul { identity; { residual { left_: conv(3, 3, 1, bias = false); c: twice(3); again(c); }; } }; conv(3, 3, 2, stride = 2); upsample(2); };
        entry: skips(right, 3, 1);
        from(entry);
        conv(3, 3, 3, padding = 1);
        left_: conv_transpose(3, 2, 2, stride = 2);
    >
}

cnn! {
    pub struct G61: (left: [3, 4, 5]) -> (last: [3, 4, 5], c: [3, 4, 5]) <
        end: silu;
        c: mul(end, _, left);
        body: concat(c, _, end);
        b: again(body);
        a: conv(15, 2, 3, padding = 1);
        from(end);
        softplus;
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G62: (left: [1, 4, 4], right: [1, 4, 4]) -> (e: _, body: _, a: [4, 4, 4]) <
        from(left);
        a: seq { left_: softplus; again(left_); concat { { fork(1, 3); }; identity }; };
        from(a);
        from(left);
        body: again(a.left_);
        end: conv(1, 2, 3);
        b: seq { conv(2, 2, 2, stride = 2); end: tanh; };
        e: again(b.end);
    >
}

cnn! {
    pub struct G63: (left: [3, 4, 5], right: [2, 5, 6], third: [2, 5, 6]) -> (last: [2, 10, 12], b: [2, 4, 5]) <
        from(left);
        "b": conv(3, 2, 3, padding = 1);
        from(third);
        from(b);
        i_: upsample(2);
        from(right);
        again(i_);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G64: (left: [2, 4, 5]) -> (entry: [2, 8, 10], last: [2, 4, 5]) <
        entry: seq { b: unit(2, 2); a: twice(2); body: upsample(2); };
        body: again(entry.a.body);
        unit(2, 3);
        from(entry.a.second);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G65: [2, 4, 4] -> (e: [1, 1, 1], body: [1, 1, 1], left_: _) <
        left_: seq { entry: seq { avgpool(2, 1); b: residual { batchnorm; }; }; fork(2, 3); };
        from(left_);
        a: seq { residual { body: residual { batchnorm; }; }; concat { { tanh; }; { skips(left_, 3, 1); }; { from(left_); from(left_.entry); } }; };
        e: conv(9, 1, 3);
        g: batchnorm;
        body: seq { for i in 0..2 { "end_{i}": conv(1, 1, 3, padding = 1); } for i in 0..2 { again("end_{2 - 1 - i}"); } [again(end_0); 2] };
    >
}

cnn! {
    pub struct G66: (left: [2, 4, 4], right: [1, 4, 5], third: [1, 4, 4]) -> (last: [2, 2, 2], e: [2, 4, 4]) <
        from(left);
        a: seq { avgpool(2, 1); from(third); entry: add(third, left, _); };
        mul(third, a, _);
        "e": again(a);
        if 2 > 1 { end: seq { entry: maxpool(2); }; } else { relu }
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G67: (left: [1, 4, 4]) -> (i_: [3, 6, 6], end: _, last: [3, 6, 6]) <
        end: seq { entry: seq { entry: batchnorm; end: seq { again(entry); }; }; left_: seq { again(entry); body: conv(1, 3, 3); from(body); }; };
        upsample(2);
        d: seq { end: conv_transpose(3, 1, 2, stride = 2); from(end); };
        again(end.left_.body);
        if 3 > 1 { h: elu; i_: twice(3); } else { relu }
        last: tanh;
    >
}

cnn! {
    pub struct G68: (left: [3, 4, 5], right: [2, 6, 4]) -> (entry: [3, 4, 5], b: [3, 4, 5]) <
        from(right);
        entry: seq { from(left); for i in 0..3 { "left__{i}": tanh; } for i in 0..3 { again("left__{3 - 1 - i}"); } };
        avgpool(2, 1);
        from(entry.left__1);
        from(entry.left__1);
        b: again(entry);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G69: (left: [2, 6, 6], right: [3, 4, 5]) -> (end: _, body: [1, 10, 10]) <
        from(left);
        from(left);
        b: seq { mul(_, left); left_: fork(2, 1); avgpool(2, 1); };
        end: upsample(2);
        left_: leaky_relu;
        a: conv(1, 1, 3, padding = 1);
        sigmoid;
        body: again(b.left_.entry);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G70: (left: [3, 5, 6], right: [2, 5, 6], third: [2, 5, 6]) -> (b: [3, 5, 6], last: [3, 5, 6], d: [3, 5, 6]) <
        from(right);
        body: residual { entry: prelu; body: { fork(2, 3); like(entry); again(entry); }; b: conv(3, 2, 3, padding = 1); };
        from(body.body);
        b: tanh;
        d: again(body.entry);
        again(body.b);
        from(left);
        last: tanh;
    >
}

cnn! {
    pub struct G71: (left: [3, 6, 4], right: [3, 6, 4], third: [1, 4, 5]) -> (d: [4], last: [4]) <
        from(third);
        end: fc(20, 2);
        c: seq { end: fc(2, 4); b: softplus; softplus; };
        d: again(c.b);
        softplus;
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G72: (left: [1, 5, 6], right: [1, 5, 6]) -> (end: [1, 5, 6], b: [1, 5, 6]) <
        from(right);
        if 2 > 1 { upsample(2); from(right); } else { relu }
        end: seq { for i in 0..3 { "body_{i}": elu; } for i in 0..3 { again("body_{3 - 1 - i}"); } fork(1, 1); };
        conv(1, 1, 1, bias = false);
        b: like(end.body_1);
    >
}

cnn! {
    pub struct G73: (left: [2, 6, 4], right: [2, 6, 4]) -> (c: _, entry: [2, 6, 4]) <
        from(right);
        from(right);
        "body": add(_, right, left);
        entry: seq { from(right); };
        c: { again(entry); };
    >
}

cnn! {
    pub struct G74: (left: [1, 4, 4], right: [3, 4, 4]) -> (last: [4, 4, 4], end: [4, 4, 4]) <
        from(left);
        end: { conv(1, 1, 3, padding = 1); concat(right); };
        from(right);
        from(left);
        again(end);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G75: (left: [1, 4, 5], right: [3, 4, 4], third: [3, 4, 4]) -> (b: [2, 1, 1], d: [4], end: _) <
        from(third);
        end: twice(3);
        [again(end.second); 2]
        like(end);
        again(end.body);
        if 3 > 1 { c: seq { mul(end.second, _); end: seq { from(left); }; b: conv(1, 2, 2, stride = 2); }; b: conv(2, 2, 2, stride = 2); } else { relu }
        fc(2, 4);
        d: tanh;
    >
}

cnn! {
    pub struct G76: (left: [1, 5, 6], right: [1, 5, 6], third: [2, 5, 6]) -> (b: [2, 5, 6], body: [2, 5, 6]) <
        from(left);
        end: seq { body: residual { left_: conv(1, 2, 3, padding = 1); } shortcut { end: mul(left, _, third); }; b: conv(2, 1, 1, bias = false); again(body.end); };
        b: residual { end: tanh; };
        [leaky_relu; 3]
        from(right);
        body: add(end.body);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G77: (left: [2, 4, 4], right: [2, 4, 4], third: [2, 4, 4]) -> (b: [2, 2, 2], e: [4, 4, 4], body: _) <
        from(left);
        body: mul(right, third);
        a: again(body);
        e: concat(third);
        from(right);
        b: seq { left_: conv(2, 1, 2, stride = 2); body: unit(1, 2); from(body.conv1); };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G78: (left: [1, 4, 4], right: [1, 4, 4]) -> (b: [2, 4, 4], last: _) <
        from(left);
        body: concat(right);
        "b": mul(left);
        left_: seq { b: again(body); body: like(body); };
        conv(4, 3, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G79: (left: [2, 6, 4]) -> (c: [2, 12, 8], last: _, b: [2, 12, 8]) <
        from(left);
        end: seq { left_: softplus; conv_transpose(2, 2, 2, stride = 2); a: unit(2, 1); };
        mul(_, end.a.conv1, end.a.bn1, end.a);
        left_: seq { from(end.a.bn1); "body": conv(1, 2, 3, padding = 1); [prelu; 3] };
        b: batchnorm;
        add { identity; { d: seq { from(end.a.bn1); }; }; { "c": again(left_); } };
        conv(2, 1, 3);
        last: tanh;
    >
}

cnn! {
    pub struct G80: (left: [3, 6, 4], right: [3, 6, 4], third: [3, 6, 4]) -> (h: [1, 12, 8], f: _) <
        from(right);
        if 2 > 1 { entry: { body: concat(third, left); tanh; }; } else { relu }
        if 2 > 1 { conv(9, 3, 3, padding = 1); concat { { from(third); }; { f: { entry: again(entry); end: conv(9, 1, 1, bias = false); d: conv(1, 1, 3, padding = 1); }; }; identity }; } else { relu }
        e: { from(right); };
        from(f.end);
        h: conv_transpose(1, 1, 2, stride = 2);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G81: [2, 4, 4] -> (d: _, last: [2, 4, 4]) <
        end: twice(2);
        add(_, end.body);
        c: again(end);
        d: again(end);
        from(c.second);
        [again(c.body); 3]
        again(c.second);
        last: tanh;
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G82: (left: [1, 6, 4], right: [1, 6, 4]) -> (e: [1, 3, 2], entry: [3, 3, 2], c: _) <
        from(right);
        left_: seq { left_: softplus; c: { body: concat { identity; { a: concat(left, left_, right, _); }; { entry: conv(1, 3, 3, padding = 1); } }; a: seq { end: again(body.a); }; }; b: conv(11, 3, 2, stride = 2); };
        b: seq { from(left_.b); };
        conv(3, 3, 1, bias = false);
        c: seq { body: conv(3, 1, 1, bias = false); entry: conv(1, 2, 1, bias = false); };
        d: again(left_.left_);
        e: conv(2, 1, 1, bias = false);
        entry: like(left_.c.body.entry);
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G83: (left: [2, 4, 5], right: [2, 6, 6], third: [1, 6, 6]) -> (a: [3, 5, 5], last: [1, 3, 3]) <
        from(left);
        avgpool(2, 1);
        from(third);
        a: seq { left_: skips(right, 1, 1); d: avgpool(2, 1); f: seq { "entry": again(left_.end); from(entry); }; };
        entry: elu;
        "h": like(a.left_.end);
        k: conv(3, 3, 3);
        conv(3, 1, 1, bias = false);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G84: (left: [1, 6, 6], right: [2, 4, 5]) -> (b: _, body: [2, 4, 5], e: [2, 2, 2]) <
        from(right);
        left_: add(right, _);
        body: residual { end: seq { "body": batchnorm; "c": prelu; }; };
        concat { { "c": leaky_relu; b: again(c); }; identity };
        "g": conv(4, 1, 3, padding = 1);
        end: concat(right);
        from(c);
        e: seq { end: seq { left_: again(body); d: mul(body, body.end); c: seq { entry: conv(2, 1, 2, stride = 2); c: conv(1, 1, 3, padding = 1); batchnorm; }; }; c: conv(1, 1, 1, bias = false); left_: unit(1, 2); };
    >
}

cnn! {
    pub struct G85: (left: [3, 6, 4], right: [2, 6, 4], third: [3, 6, 4]) -> (body: [3, 1, 1], end: [3, 3, 2]) <
        from(left);
        from(left);
        entry: sigmoid;
        end: maxpool(2);
        body: again(end);
    >
}

cnn! {
    pub struct G86: (left: [1, 4, 4], right: [1, 4, 4], third: [1, 4, 4]) -> (b: [1, 2, 2], end: [1, 4, 4]) <
        from(third);
        conv_transpose(1, 2, 2, stride = 2);
        from(third);
        a: seq { concat { identity; { add { { conv(1, 2, 3, padding = 1); b: conv(2, 2, 3, padding = 1); }; { conv_transpose(1, 3, 2, stride = 2); from(b); } }; mul(left, _); } }; concat { { left_: concat(right); }; { from(third); } }; from(right); };
        end: again(a);
        from(left);
        b: conv(1, 1, 3);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G87: (left: [3, 4, 4], right: [3, 4, 4], third: [3, 4, 4]) -> (entry: [3, 4, 4], body: _, a: [3, 4, 4]) <
        from(left);
        if 2 > 1 { body: batchnorm; } else { relu }
        from(body);
        a: again(body);
        entry: twice(3);
    >
}

cnn! {
    pub struct G88: (left: [3, 4, 5], right: [2, 6, 4], third: [2, 6, 4]) -> (last: [9, 6, 4], b: [3, 6, 4], c: [9, 6, 4]) <
        from(third);
        b: conv(2, 3, 3, padding = 1);
        c: seq { from(b); c: concat { { entry: seq { from(third); left_: prelu; entry: again(b); }; }; { add { { b: tanh; again(b); }; { d: maxpool(2); a: again(entry); } }; }; identity }; };
        leaky_relu;
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G89: (left: [3, 5, 6]) -> (end: [1, 4, 6], entry: _) <
        maxpool(2);
        entry: residual { "b": conv(3, 3, 3, padding = 1); residual { left_: add { { a: again(b); }; identity }; }; a: residual { entry: conv(3, 1, 3, padding = 1); b: conv(1, 3, 3, padding = 1); }; };
        b: seq { add(entry.left_, entry.a.entry, entry.left_.a); left_: fork(3, 1); };
        "left_": again(b.left_.entry);
        avgpool(2, 1);
        if 2 > 1 { from(b.left_); mul { { g: conv(1, 1, 2, stride = 2); l: twice(1); }; { from(b.left_.entry); h: again(b.left_.entry); } }; } else { relu }
        conv(3, 2, 3, padding = 1);
        end: conv_transpose(2, 1, 2, stride = 2);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G90: (left: [1, 4, 5], right: [1, 6, 4]) -> (body: [3, 6, 4], end: [2, 6, 4]) <
        from(right);
        tanh;
        fork(1, 2);
        mul { identity; { from(right); } };
        body: conv(2, 3, 1, bias = false);
        c: seq { fork(3, 2); conv(2, 1, 3, padding = 1); concat { { twice(1); silu; }; { body: concat { { entry: fc(24, 4); from(right); }; identity }; for i in 0..3 { "a_{i}": conv(2, 2, 1, bias = false); } for i in 0..3 { again("a_{3 - 1 - i}"); } } }; };
        end: conv(3, 2, 1, bias = false);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G91: (left: [1, 6, 4], right: [2, 4, 5], third: [1, 6, 4]) -> (b: [2, 4, 5], end: [2, 4, 5], e: [2, 4, 5]) <
        from(right);
        end: { leaky_relu; };
        b: again(end);
        concat(b, _);
        e: seq { from(right); b: like(end); residual { again(end); body: seq { left_: skips(end, 2, 2); from(third); c: fork(1, 1); }; from(body.left_.conv1); }; };
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G92: (left: [3, 4, 4]) -> (f: [1, 7, 7], d: _) <
        body: conv(3, 1, 1, bias = false);
        c: seq { a: seq { end: seq { from(body); body: upsample(2); }; from(body); "b": skips(left, 1, 1); }; from(a.b.conv1); conv_transpose(1, 1, 2, stride = 2); };
        d: prelu;
        a: seq { end: { left_: avgpool(2, 1); }; };
        f: again(d);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G93: (left: [3, 4, 5]) -> (a: _, body: [3, 3, 4], d: _) <
        entry: mul(left, _);
        body: avgpool(2, 1);
        d: tanh;
        e: seq { twice(3); };
        from(left);
        a: seq { left_: { again(body); a: conv_transpose(3, 1, 2, stride = 2); }; end: silu; a: seq { "entry": again(body); body: again(body); }; };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G94: [1, 5, 6] -> (last: _, a: [2, 10, 12]) <
        upsample(2);
        entry: concat { { if 2 > 1 { conv(1, 1, 3, padding = 1); elu; } else { relu } twice(1); }; identity };
        body: silu;
        from(body);
        a: again(body);
        b: mul(_, entry);
        again(body);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G95: (left: [2, 6, 4], right: [1, 6, 4], third: [3, 4, 5]) -> (last: _, end: [2, 3, 2], entry: [2, 6, 4]) <
        from(right);
        entry: unit(1, 2);
        end: seq { add(entry.bn1, _); b: unit(2, 2); c: seq { left_: again(entry.bn1); end: maxpool(2); }; };
        left_: fork(2, 3);
        batchnorm;
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G96: (left: [3, 5, 6], right: [3, 5, 6]) -> (b_0: [2, 5, 6], c: [2, 2, 3]) <
        from(right);
        "a": fork(3, 2);
        for i in 0..3 { "b_{i}": conv(2, 2, 1, bias = false); } for i in 0..3 { again("b_{3 - 1 - i}"); }
        c: conv(2, 2, 2, stride = 2);
    >
}

cnn! {
    pub struct G97: (left: [1, 5, 6], right: [1, 5, 6]) -> (body: [1, 5, 6], last: _) <
        from(left);
        entry: avgpool(2, 1);
        b: seq { elu; again(entry); from(right); };
        end: batchnorm;
        if 3 > 1 { body: again(end); from(right); } else { relu }
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G98: (left: [3, 4, 5], right: [3, 5, 6]) -> (body: [3, 4, 5], f: [1, 8, 10], entry: _) <
        from(left);
        body: seq { entry: add { { a: leaky_relu; }; { end: like(a); body: seq { add(a); "b": batchnorm; }; } }; a: again(entry.body.b); };
        "entry": softplus;
        c: conv(3, 3, 3, padding = 1);
        conv_transpose(3, 2, 2, stride = 2);
        [again(body.entry.end); 2]
        b: fork(2, 1);
        f: batchnorm;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G99: (left: [2, 6, 6]) -> (last: [3, 6, 6], d: [2, 6, 6], b: _) <
        fork(2, 2);
        mul(_, left);
        from(left);
        left_: { end: seq { fc(72, 2); from(left); add { identity; { from(left); } }; }; };
        d: again(left_);
        add { { from(left_.end); }; { b: again(left_); } };
        unit(2, 3);
        last: tanh;
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G100: (left: [3, 4, 4]) -> (entry: [5, 4, 4], body: [5, 4, 4]) <
        conv(3, 3, 3, padding = 1);
        concat { identity; { b: seq { entry: seq { b: add(left); conv(3, 2, 3, padding = 1); }; a: skips(entry.b, 2, 2); }; c: seq { from(b.a.end); }; }; { again(c); body: residual { for i in 0..3 { "end_{i}": softplus; } for i in 0..3 { again("end_{3 - 1 - i}"); } from(end_2); }; } };
        [again(body); 2]
        g: conv(13, 1, 2, stride = 2);
        entry: again(c);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G101: (left: [3, 4, 5], right: [2, 6, 4]) -> (b: [1, 6, 4], i_: [1, 6, 4], n: [3, 12, 8]) <
        from(right);
        entry: seq { left_: fork(2, 2); "a": again(left_.left); conv_transpose(2, 3, 2, stride = 2); };
        from(entry);
        a: tanh;
        e: seq { body: seq { if 2 > 1 { maxpool(2); } else { relu } fork(3, 1); }; };
        if 2 > 1 { add { identity; { b: batchnorm; i_: conv(1, 1, 3, padding = 1); }; { h: again(entry.left_.entry); left_: unit(1, 1); } }; k: seq { end: seq { like(left_.conv1); entry: conv(1, 3, 3); c: maxpool(2); }; }; } else { relu }
        n: seq { from(entry); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G102: (left: [1, 6, 6], right: [2, 4, 5]) -> (g: [1, 4, 5], last: _, d: _) <
        from(right);
        left_: seq { entry: seq { b: batchnorm; from(right); c: again(b); }; };
        "d": sigmoid;
        a: mul(left_.entry, left_, _);
        end: residual { for i in 0..3 { "body_{i}": sigmoid; } for i in 0..3 { again("body_{3 - 1 - i}"); } a: conv(2, 2, 3, padding = 1); "d": fork(2, 1); } shortcut { "e": fork(2, 1); };
        g: seq { residual { a: seq { a: twice(1); }; }; };
        [again(end.body_1); 2]
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G103: (left: [2, 6, 4], right: [2, 6, 4]) -> (d: _, a: [2, 6, 4]) <
        from(right);
        body: mul(right, _);
        a: twice(2);
        c: mul(a.body);
        entry: again(a.second);
        f: concat(left, right, _);
        d: conv(6, 3, 3);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G104: (left: [2, 4, 4], right: [2, 4, 4], third: [2, 4, 4]) -> (entry: [2, 4, 4], end: [2, 2, 2]) <
        from(left);
        from(right);
        b: seq { maxpool(2); body: twice(2); };
        from(third);
        end: { from(b); entry: seq { body: conv(2, 2, 1, bias = false); }; body: seq { [again(entry.body); 3] end: residual { entry: conv(2, 2, 3, padding = 1); again(b.body); c: again(b.body.body); }; }; };
        twice(2);
        entry: conv_transpose(2, 2, 2, stride = 2);
    >
}

cnn! {
    pub struct G105: (left: [2, 6, 4], right: [2, 4, 5], third: [1, 6, 4]) -> (a: _, entry: [2, 5, 3]) <
        from(third);
        add(third, _, left);
        entry: avgpool(2, 1);
        a: again(entry);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G106: (left: [3, 5, 6], right: [3, 5, 6], third: [2, 5, 6]) -> (last: [2], a: [3, 5, 6]) <
        from(left);
        a: twice(3);
        c: again(a.second);
        g: unit(3, 1);
        k: seq { left_: fc(30, 2); };
        tanh;
        prelu;
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G107: [3, 4, 5] -> (d: [3, 8, 10], e: [3, 4, 5], last: [3, 4, 5]) <
        add { { b: seq { b: seq { twice(3); }; "entry": conv_transpose(3, 1, 2, stride = 2); }; body: { left_: mul { identity; { twice(1); } }; }; }; { left_: seq { left_: residual { left_: conv(3, 3, 1, bias = false); }; c: seq { maxpool(2); }; }; from(b.entry); }; { a: seq { left_: again(b.b); from(b.b); again(b); }; } };
        d: fork(1, 3);
        f: { conv(3, 3, 3, padding = 1); [again(a.left_); 3] conv(3, 2, 3); };
        if 3 > 1 { k: conv(2, 3, 3, padding = 1); e: seq { c: conv(3, 2, 3, padding = 1); "left_": silu; if 2 > 1 { from(b.b); } else { relu } }; } else { relu }
        from(d);
        i_: again(a.left_);
        from(body.left_);
        from(b.b);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G108: [2, 4, 4] -> (a: [1, 2, 2], end: [1, 2, 2], d: [3]) <
        conv(2, 1, 2, stride = 2);
        "a": batchnorm;
        from(a);
        add { { from(a); again(a); }; { end: seq { twice(1); body: seq { entry: again(a); from(a); }; add { { a: softplus; }; identity; { entry: conv_transpose(1, 1, 2, stride = 2); left_: like(body); } }; }; } };
        d: fc(4, 3);
    >
}

cnn! {
    pub struct G109: (left: [1, 6, 4]) -> (end_1: [3, 10, 6], entry: _, last: _) <
        left_: seq { from(left); end: concat { { residual { from(left); from(left); sigmoid; }; tanh; }; identity; { body: concat(_, left); } }; conv(4, 2, 1, bias = false); };
        entry: conv_transpose(2, 1, 2, stride = 2);
        conv(1, 3, 3, padding = 1);
        for i in 0..3 { "end_{i}": avgpool(2, 1); } for i in 0..3 { again("end_{3 - 1 - i}"); }
        from(left_.end.body);
        last: tanh;
    >
}

cnn! {
    pub struct G110: (left: [3, 6, 6], right: [3, 4, 5]) -> (entry: _, last: [3, 6, 6]) <
        from(left);
        softplus;
        entry: prelu;
        body: seq { left_: sigmoid; };
        again(body.left_);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G111: (left: [2, 5, 6], right: [1, 5, 6], third: [1, 5, 6]) -> (d: [2, 3, 4], entry: [1, 5, 6], c: [1, 5, 6]) <
        from(right);
        if 2 > 1 { a: residual { [leaky_relu; 2] b: seq { from(right); }; from(right); }; c: again(a.b); } else { relu }
        entry: again(a);
        body: unit(1, 1);
        again(a);
        from(a.b);
        b: again(body.bn1);
        d: conv(1, 2, 3);
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G112: (left: [3, 4, 5]) -> (last: [3, 1, 1], a: [3, 1, 1]) <
        left_: avgpool(2, 1);
        c: like(left_);
        d: mul { { from(left_); entry: seq { again(c); b: conv(3, 3, 3, padding = 1); }; }; { from(c.copy); again(entry.b); } };
        a: maxpool(2);
        batchnorm;
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G113: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (left_: [3, 2, 3], body: [3, 8, 12]) <
        from(left);
        if 2 > 1 { entry: { "body": conv(3, 1, 2, stride = 2); }; left_: conv(1, 3, 3, padding = 1); } else { relu }
        b: { left_: seq { add { { body: again(entry.body); }; identity }; }; body: conv(3, 2, 3, padding = 1); if 3 > 1 { end: seq { b: upsample(2); a: maxpool(2); from(entry.body); }; g: conv_transpose(1, 3, 2, stride = 2); } else { relu } };
        f: { fork(3, 2); };
        conv(2, 2, 3, padding = 1);
        if 3 > 1 { g: unit(2, 3); h: conv(3, 3, 3, padding = 1); } else { relu }
        body: again(b.end.b);
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G114: (left: [1, 5, 6], right: [1, 5, 6]) -> (c: [2, 4, 6], d: [1, 2, 3], last: [2, 5, 6]) <
        from(left);
        b: conv(1, 2, 3, padding = 1);
        elu;
        d: { b: maxpool(2); concat { { "entry": softplus; l: silu; }; { elu; i_: again(l); } }; conv(4, 1, 3, padding = 1); };
        c: seq { upsample(2); if 2 > 1 { if 2 > 1 { like(b); silu; } else { relu } } else { relu } };
        from(c);
        from(b);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G115: (left: [3, 5, 6]) -> (last: [1, 2, 2], end: [1, 2, 2]) <
        from(left);
        a: add(left, _);
        residual { again(a); };
        left_: seq { twice(3); avgpool(2, 1); };
        end: conv(3, 1, 2, stride = 2);
        conv(1, 1, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G116: (left: [2, 6, 6]) -> (g: [2, 12, 12], a: [2, 6, 6]) <
        b: seq { "c": twice(2); };
        if 3 > 1 { conv(2, 2, 3); from(b.c); } else { relu }
        body: conv(2, 1, 1, bias = false);
        a: add(b.c.second, b.c.body);
        add(body, b.c.body);
        d: upsample(2);
        g: seq { "left_": again(b.c.body); };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G117: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (body_1: [3, 5, 6], entry: [2]) <
        from(right);
        end: seq { body: { entry: mul { { body: batchnorm; left_: conv(3, 1, 1, bias = false); }; { mul(body); d: conv(3, 3, 3, padding = 1); }; identity }; }; a: again(body); };
        b: again(end.body.entry.body);
        left_: seq { entry: { b: fork(3, 1); [again(b.entry); 3] }; from(end.a.entry.body); add(_, end.body.entry.body, end.body.entry.left_); };
        for i in 0..2 { "body_{i}": conv(3, 3, 3, padding = 1); } for i in 0..2 { again("body_{2 - 1 - i}"); }
        c: fc(90, 2);
        e: seq { add { { entry: { left_: leaky_relu; leaky_relu; }; end: seq { b: again(left_.entry.b.entry); fc(2, 3); end: softplus; }; }; { body: seq { "left_": leaky_relu; }; from(end.end); } }; e: { fc(3, 2); end: silu; }; };
        entry: silu;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G118: [2, 4, 5] -> (b: _, last: [2, 1, 2]) <
        [avgpool(2, 1); 3]
        b: unit(2, 2);
        c: concat { { add { { b: add { { conv(2, 3, 3, padding = 1); entry: conv(3, 2, 1, bias = false); }; identity; { c: again(b.conv1); conv(2, 1, 3, padding = 1); } }; }; { "c": again(b); a: seq { entry: conv(2, 1, 3, padding = 1); }; }; identity }; }; { body: concat(c); end: seq { from(c); }; }; { from(b); entry: concat(c); } };
        [again(c.body); 3]
        from(c.end);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G119: (left: [2, 5, 6], right: [1, 5, 6]) -> (entry: _, h: _) <
        from(right);
        left_: batchnorm;
        entry: seq { from(right); };
        concat(entry, _, left, left_);
        again(entry);
        f: fork(1, 3);
        l: conv(3, 3, 1, bias = false);
        h: elu;
    >
}

cnn! {
    pub struct G120: (left: [2, 4, 5]) -> (b: [2, 4, 5], d: _) <
        left_: tanh;
        from(left);
        again(left_);
        b: seq { from(left); };
        batchnorm;
        d: batchnorm;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G121: (left: [2, 6, 6], right: [3, 6, 6]) -> (c: _, b: [1, 6, 6]) <
        from(left);
        a: { b: twice(2); a: batchnorm; twice(2); };
        b: { left_: seq { b: again(a); entry: { a: twice(2); from(b.b); twice(2); }; }; b: fork(2, 1); };
        prelu;
        c: seq { b: upsample(2); };
    >
}

cnn! {
    pub struct G122: [3, 6, 4] -> (end: [3, 3, 2], last: [3, 3, 2]) <
        concat { { left_: seq { "a": maxpool(2); end: seq { from(a); }; }; }; { b: seq { from(left_.a); }; } };
        e: again(b);
        end: seq { a: leaky_relu; };
        again(end.a);
        last: tanh;
    >
}

cnn! {
    pub struct G123: (left: [3, 4, 4], right: [2, 4, 4]) -> (d: [3, 4, 4], last: _, a: [2, 4, 4]) <
        from(left);
        body: conv(3, 1, 3, padding = 1);
        batchnorm;
        a: conv(1, 2, 1, bias = false);
        if 3 > 1 { residual { "d": conv(2, 3, 3, padding = 1); } shortcut { from(left); }; c: { left_: again(body); }; } else { relu }
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G124: (left: [1, 5, 6], right: [1, 5, 6], third: [1, 5, 6]) -> (h: [1, 3, 4], last: [2, 4, 5]) <
        from(right);
        a: seq { from(third); a: avgpool(2, 1); again(a); };
        again(a);
        b: again(a);
        "h": leaky_relu;
        d: { end: batchnorm; from(b.a); };
        unit(1, 2);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G125: (left: [3, 4, 4]) -> (body: [1, 8, 8], h: [1, 8, 8]) <
        "b": fork(3, 1);
        a: seq { from(b.right); again(b.entry); };
        d: seq { entry: { a: fork(1, 3); }; "b": twice(3); conv_transpose(3, 1, 2, stride = 2); };
        entry: tanh;
        [conv(1, 1, 3, padding = 1); 3]
        h: prelu;
        from(b.right);
        "body": upsample(2);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G126: (left: [3, 4, 4], right: [3, 4, 4]) -> (a: _, left_: [9, 4, 4], b: [9, 4, 4]) <
        from(right);
        twice(3);
        conv(3, 3, 3, padding = 1);
        concat(left, right);
        b: prelu;
        a: batchnorm;
        again(a);
        left_: mul(_, a);
    >
}

cnn! {
    pub struct G127: (left: [3, 6, 6], right: [3, 6, 6]) -> (d: _, last: [1, 3, 3], body: [1, 6, 6]) <
        from(left);
        body: conv(3, 1, 3, padding = 1);
        from(body);
        a: maxpool(2);
        conv(1, 1, 3, padding = 1);
        again(a);
        mul { identity; { d: conv_transpose(1, 2, 2, stride = 2); }; { g: seq { prelu; "entry": conv(1, 2, 3, padding = 1); }; } };
        from(a);
        last: tanh;
    >
}

cnn! {
    pub struct G128: [2, 6, 6] -> (a: [3, 2, 2], entry: _, last: [3, 2, 2]) <
        entry: conv(2, 1, 3, padding = 1);
        a: seq { from(entry); body: add(_, entry); left_: seq { a: { left_: conv(1, 3, 3); maxpool(2); }; }; };
        again(a);
        elu;
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G129: [3, 6, 4] -> (body: [3, 1, 1], entry: _) <
        a: seq { conv(3, 1, 2, stride = 2); conv(1, 3, 1, bias = false); };
        fork(3, 3);
        body: again(a);
        entry: { a: seq { from(a); from(body); left_: seq { a: upsample(2); mul(a, _, body); left_: add(body, _, a); }; }; };
    >
}

cnn! {
    pub struct G130: (left: [3, 4, 5], right: [2, 6, 4], third: [2, 6, 4]) -> (b: [2, 2, 2], entry: [2, 3, 2]) <
        from(right);
        "entry": maxpool(2);
        again(entry);
        batchnorm;
        conv(2, 2, 3, padding = 1);
        f: upsample(2);
        b: softplus;
    >
}

cnn! {
    pub struct G131: (left: [3, 6, 4], right: [3, 6, 4]) -> (last: [3, 6, 4], entry: [3, 6, 4], a: _) <
        a: mul(left, right);
        entry: seq { a: again(a); again(a); };
        silu;
        from(right);
        last: tanh;
    >
}

cnn! {
    pub struct G132: (left: [2, 6, 6], right: [2, 6, 6]) -> (end: [2, 6, 6], b: [2, 5, 5]) <
        from(right);
        entry: mul(left);
        "end": again(entry);
        a: batchnorm;
        e: seq { again(end); residual { a: add(a, _); body: softplus; [again(entry); 3] }; };
        f: conv(2, 2, 2, stride = 2);
        from(right);
        b: avgpool(2, 1);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G133: (left: [3, 6, 6], right: [1, 6, 6], third: [1, 4, 5]) -> (entry: [2, 6, 6], m: [4]) <
        from(third);
        e: seq { conv(1, 1, 3, padding = 1); entry: residual { from(left); d: seq { leaky_relu; "left_": fork(3, 1); }; mul(d.left_.left, _, right, d.left_); } shortcut { k: { conv_transpose(1, 3, 2, stride = 2); from(d.left_.left); }; }; unit(1, 1); };
        entry: fork(1, 2);
        concat(entry.left, left, _);
        body: seq { left_: { tanh; }; c: seq { body: seq { fc(252, 3); }; "end": prelu; concat { { tanh; }; identity; { from(end); fc(3, 3); } }; }; fc(9, 4); };
        [again(e.entry.d.left_.entry); 3]
        m: again(body.c.end);
    >
}

cnn! {
    pub struct G134: [2, 6, 4] -> (c: [1, 6, 2], d: [3, 10, 6]) <
        elu;
        body: { left_: avgpool(2, 1); b: conv(2, 1, 3, padding = 1); d: conv_transpose(1, 1, 2, stride = 2); };
        "d": conv(1, 3, 1, bias = false);
        from(body.d);
        from(body.left_);
        f: mul(body.b);
        avgpool(2, 1);
        c: again(body);
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G135: (left: [2, 4, 4]) -> (left_: [4, 4, 4], entry: [4, 4, 4], end: _) <
        end: batchnorm;
        add(left);
        from(left);
        entry: concat { { left_: again(end); end: like(left_); }; identity };
        left_: silu;
    >
}

cnn! {
    pub struct G136: (left: [2, 4, 4], right: [1, 4, 4]) -> (last: [2, 1, 1], end: [1, 2, 2]) <
        from(left);
        maxpool(2);
        from(right);
        conv(1, 1, 3);
        end: batchnorm;
        sigmoid;
        a: { entry: maxpool(2); end: seq { concat(_, entry); end: softplus; a: { from(right); }; }; a: again(end.end); };
        from(a.end.end);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G137: [2, 4, 4] -> (c: [1, 2, 2], entry: [2, 4, 4], b: _) <
        b: seq { body: residual { entry: batchnorm; }; entry: residual { left_: again(body.entry); from(body); from(body); }; };
        fork(2, 3);
        concat(b.body.entry, b.body, b);
        conv(9, 1, 3, padding = 1);
        batchnorm;
        from(b.entry.left_);
        entry: seq { from(b.body); };
        c: conv(2, 1, 2, stride = 2);
    >
}

cnn! {
    pub struct G138: (left: [3, 4, 5], right: [2, 6, 4]) -> (end: _, last: [2, 6, 4]) <
        from(right);
        entry: seq { b: conv(2, 3, 1, bias = false); };
        end: { left_: seq { from(right); }; if 3 > 1 { from(right); } else { relu } };
        a: seq { for i in 0..2 { "b_{i}": batchnorm; } for i in 0..2 { again("b_{2 - 1 - i}"); } };
        conv(2, 2, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G139: (left: [1, 4, 5], right: [1, 4, 4]) -> (f: _, last: [3, 4, 5]) <
        from(left);
        end: conv(1, 3, 3, padding = 1);
        body: add(left, _);
        for i in 0..2 { "left__{i}": batchnorm; } for i in 0..2 { again("left__{2 - 1 - i}"); }
        d: residual { left_: seq { [again(left__0); 2] again(left__0); end: conv(3, 2, 3, padding = 1); }; e: fork(2, 3); };
        again(d);
        f: again(d.e.entry);
        again(d.e.entry);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G140: (left: [1, 4, 4], right: [1, 4, 4]) -> (c: _, end: [1, 4, 4]) <
        from(right);
        end: seq { body: seq { entry: twice(1); }; entry: { [again(body.entry.body); 3] entry: again(body.entry.body); }; };
        from(end);
        c: concat(_, end.entry);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G141: (left: [3, 4, 5]) -> (entry_1: [3, 4, 5], left_: [3, 8, 10], last: [3, 4, 5]) <
        from(left);
        for i in 0..3 { "entry_{i}": leaky_relu; } for i in 0..3 { again("entry_{3 - 1 - i}"); }
        body: again(entry_2);
        unit(3, 3);
        left_: upsample(2);
        from(body);
        [again(entry_2); 3]
        from(entry_2);
        last: tanh;
    >
}

cnn! {
    pub struct G142: (left: [1, 4, 5], right: [3, 4, 5]) -> (last: [3, 4, 5], a: _) <
        from(right);
        prelu;
        a: softplus;
        again(a);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G143: (left: [2, 4, 5]) -> (last: [2, 2, 2], h: _) <
        mul(_, left);
        from(left);
        b: maxpool(2);
        from(left);
        left_: seq { unit(2, 2); from(left); };
        a: batchnorm;
        d: again(b);
        if 2 > 1 { "g": twice(2); h: again(g.body); } else { relu }
        last: tanh;
    >
}

cnn! {
    pub struct G144: (left: [3, 4, 5], right: [1, 5, 6]) -> (left_: _, entry: _) <
        from(left);
        entry: maxpool(2);
        again(entry);
        end: seq { from(left); };
        left_: again(end);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G145: (left: [1, 6, 4], right: [1, 6, 4]) -> (a: _, last: _, body: _) <
        from(right);
        a: concat(left, _, right);
        body: seq { again(a); twice(5); end: mul { { conv(5, 3, 3, padding = 1); }; { from(right); }; { from(left); from(left); } }; };
        fork(3, 3);
        conv_transpose(3, 1, 2, stride = 2);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G146: (left: [1, 6, 6], right: [1, 6, 6], third: [1, 6, 6]) -> (entry: [1, 6, 6], a: [2, 6, 6], last: _) <
        from(third);
        skips(right, 1, 2);
        mul { identity; { entry: fork(3, 1); } };
        left_: { [again(entry.entry); 2] };
        a: seq { b: seq { a: fork(3, 2); }; };
        conv(2, 1, 3);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G147: (left: [1, 4, 5], right: [2, 6, 4], third: [2, 6, 4]) -> (f: [2, 4, 5], body: [1, 4, 5], last: [2, 4, 5]) <
        from(third);
        body: seq { for i in 0..3 { "body_{i}": silu; } for i in 0..3 { again("body_{3 - 1 - i}"); } end: fc(48, 2); a: seq { end: seq { from(body_2); from(left); "b": again(body_0); }; twice(1); }; };
        concat { { end: again(body.a); }; identity; { left_: again(body.a.end.b); conv(1, 3, 3, padding = 1); } };
        batchnorm;
        a: like(end.end);
        f: conv(1, 2, 3, padding = 1);
        like(left_);
        last: tanh;
    >
}

cnn! {
    pub struct G148: (left: [1, 6, 6], right: [1, 6, 6]) -> (left_: [1, 2, 2], d: [1, 6, 6], e: [1, 6, 6]) <
        from(left);
        from(left);
        a: seq { from(left); left_: batchnorm; from(right); };
        from(a.left_);
        from(a.left_);
        add { { d: { [batchnorm; 3] end: elu; a: again(a); }; }; { e: add(d.end, d); } };
        left_: { concat { { d: softplus; }; { f: { left_: conv(1, 2, 3, padding = 1); }; }; { e: residual { entry: conv(1, 2, 3, padding = 1); c: conv(2, 1, 1, bias = false); a: again(a.left_); }; batchnorm; } }; from(f.left_); body: seq { c: seq { maxpool(2); a: conv(2, 1, 3, padding = 1); avgpool(2, 1); }; }; };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G149: [2, 4, 5] -> (a: [6, 4, 5], left_: _, last: [14, 4, 5]) <
        residual { body: mul { { entry: { a: conv(2, 2, 3, padding = 1); }; }; identity; { [conv(2, 2, 2, stride = 2); 2] } }; like(body); left_: concat(body.entry, body); } shortcut { a: seq { from(body.entry); like(body); again(left_); }; };
        b: like(a);
        from(b);
        [again(b.copy); 2]
        d: batchnorm;
        [again(left_); 2]
        twice(14);
        last: tanh;
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G150: (left: [1, 6, 6], right: [1, 6, 6]) -> (left_: [4, 6, 6], d: [4, 6, 6]) <
        from(right);
        from(left);
        a: conv(1, 2, 2, stride = 2);
        from(right);
        left_: skips(left, 1, 3);
        d: again(left_.end);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G151: (left: [2, 6, 4], right: [2, 6, 4], third: [2, 6, 4]) -> (e: [1, 1, 1], b: _, g: [2, 12, 8]) <
        add(left, right);
        body: unit(2, 3);
        a: { like(body.bn1); if 3 > 1 { d: maxpool(2); softplus; } else { relu } };
        b: seq { a: again(a.d); fork(3, 1); };
        concat { identity; { e: twice(1); } };
        softplus;
        from(right);
        g: upsample(2);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G152: (left: [1, 6, 6], right: [3, 6, 6]) -> (last: [3, 6, 6], left_: [3, 6, 6]) <
        left_: mul(left, right);
        from(left_);
        a: seq { end: again(left_); entry: fork(3, 1); from(entry.right); };
        from(right);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G153: (left: [3, 6, 4], right: [3, 6, 4], third: [3, 4, 5]) -> (body: [2, 4, 5], left_: [2, 4, 5]) <
        from(third);
        entry: unit(3, 2);
        left_: mul(entry.bn1);
        "body": again(left_);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G154: [2, 6, 4] -> (k: [2, 12, 8], a_0: [2, 12, 8]) <
        end: seq { b: twice(2); conv_transpose(2, 1, 2, stride = 2); };
        entry: conv(1, 2, 1, bias = false);
        c: conv(2, 3, 3);
        e: seq { from(end.b.second); from(end.b.second); a: conv(2, 2, 3, padding = 1); };
        f: seq { end: again(e.a); a: mul(_, end); };
        conv_transpose(2, 2, 2, stride = 2);
        for i in 0..3 { "a_{i}": conv(2, 2, 1, bias = false); } for i in 0..3 { again("a_{3 - 1 - i}"); }
        k: conv(2, 2, 3, padding = 1);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G155: (left: [1, 4, 4], right: [1, 4, 5]) -> (last: [6, 1, 1], k: _, m: _) <
        from(right);
        [batchnorm; 3]
        residual { f: silu; };
        prelu;
        tanh;
        add(f, right);
        k: conv(1, 3, 3);
        concat { { h: { b: seq { a: maxpool(2); left_: sigmoid; }; }; }; { m: seq { left_: seq { entry: twice(3); again(h.b.left_); }; c: seq { end: unit(3, 3); entry: prelu; e: like(left_.entry.second); }; from(h.b.left_); }; } };
        last: tanh;
    >
}

cnn! {
    pub struct G156: (left: [3, 4, 5], right: [2, 6, 4]) -> (last: _, a: [6, 4, 5]) <
        from(left);
        body: concat(_, left);
        a: softplus;
        again(a);
        again(body);
        avgpool(2, 1);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G157: (left: [3, 6, 6], right: [3, 4, 5]) -> (last: _, a: _) <
        from(left);
        from(left);
        batchnorm;
        a: seq { conv(3, 1, 3, padding = 1); twice(1); from(right); };
        again(a);
        last: tanh;
    >
}

cnn! {
    pub struct G158: (left: [1, 5, 6], right: [1, 5, 6], third: [2, 4, 5]) -> (entry: [1, 1, 1], k: [2, 4, 5]) <
        from(right);
        left_: residual { mul { identity; { concat(left, right, _); }; { for i in 0..2 { "body_{i}": batchnorm; } for i in 0..2 { again("body_{2 - 1 - i}"); } } }; a: add(left, body_1); from(left); };
        b: add(left_.body_1);
        avgpool(2, 1);
        conv(1, 1, 2, stride = 2);
        entry: maxpool(2);
        k: seq { fc(1, 3); from(third); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G159: [2, 5, 6] -> (left__1: [2, 4, 5], last: _) <
        avgpool(2, 1);
        for i in 0..3 { "left__{i}": batchnorm; } for i in 0..3 { again("left__{3 - 1 - i}"); }
        end: twice(2);
        add(_, left__0);
        add(end.second, _);
        a: again(end.body);
        from(left__2);
        from(end.body);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G160: (left: [3, 6, 6], right: [2, 4, 5]) -> (d: _, b: _) <
        from(left);
        end: batchnorm;
        again(end);
        fc(108, 3);
        silu;
        fc(3, 2);
        d: softplus;
        b: seq { end: seq { from(right); add { identity; { entry: conv(2, 1, 1, bias = false); }; { again(entry); from(right); } }; left_: upsample(2); }; c: twice(2); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G161: (left: [2, 6, 4], right: [1, 4, 5], third: [2, 6, 4]) -> (last: [2, 6, 4], a: [2, 6, 4]) <
        from(left);
        concat { identity; { twice(2); }; { left_: softplus; a: mul(left, _); } };
        from(left_);
        conv(2, 2, 3, padding = 1);
        again(a);
        last: tanh;
    >
}

cnn! {
    pub struct G162: (left: [3, 6, 4], right: [3, 6, 4]) -> (last: [3, 6, 4], end: [2, 6, 4]) <
        add(right, left);
        conv_transpose(3, 1, 2, stride = 2);
        from(left);
        left_: softplus;
        mul { { end: conv(3, 2, 3, padding = 1); }; { again(end); }; { entry: conv(3, 1, 1, bias = false); } };
        avgpool(2, 1);
        from(right);
        last: tanh;
    >
}

cnn! {
    pub struct G163: (left: [1, 5, 6], right: [1, 5, 6], third: [3, 4, 5]) -> (d_0: _, g: [3]) <
        from(third);
        a: fc(60, 3);
        b: seq { b: fc(3, 2); fc(2, 3); from(right); };
        for i in 0..2 { "d_{i}": conv(1, 1, 3, padding = 1); } for i in 0..2 { again("d_{2 - 1 - i}"); }
        end: fc(30, 2);
        softplus;
        fc(2, 4);
        g: fc(4, 3);
    >
}

cnn! {
    pub struct G164: (left: [2, 5, 6], right: [1, 5, 6]) -> (body: [2, 5, 6], last: _) <
        from(left);
        entry: conv(2, 2, 3, padding = 1);
        b: again(entry);
        body: residual { a: add(_, right); end: mul { { again(b); from(a); }; { b: add(_, entry, b, left); } }; left_: again(end); };
        e: batchnorm;
        from(left);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G165: (left: [3, 5, 6], right: [2, 5, 6]) -> (body: _, b: [3, 8, 10]) <
        from(left);
        left_: seq { avgpool(2, 1); body: upsample(2); };
        body: unit(3, 3);
        again(body);
        a: batchnorm;
        again(a);
        b: seq { again(body); fork(3, 3); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G166: (left: [1, 5, 6], right: [1, 5, 6]) -> (c: [4, 5, 6], a: [1, 5, 6], entry: [1, 10, 12]) <
        from(left);
        add { { twice(1); left_: conv(1, 1, 3, padding = 1); }; { entry: upsample(2); end: seq { from(left_); twice(1); add { { from(right); }; identity }; }; }; { c: seq { entry: fork(1, 3); end: concat(left); }; from(right); } };
        b: { upsample(2); end: again(c.entry.entry); from(entry); };
        from(right);
        h: conv(1, 2, 3, padding = 1);
        from(c.end);
        conv(4, 2, 3, padding = 1);
        a: seq { left_: seq { fork(2, 2); }; entry: again(end); again(entry); };
    >
}

cnn! {
    pub struct G167: (left: [1, 6, 6]) -> (c: _, d: [2, 6, 6], last: [2, 6, 6]) <
        a: add(left, _);
        c: again(a);
        from(left);
        d: conv(1, 2, 3, padding = 1);
        from(d);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G168: (left: [2, 4, 4]) -> (b: _, c: [1, 2, 2]) <
        concat(_, left);
        end: seq { for i in 0..2 { "a_{i}": batchnorm; } for i in 0..2 { again("a_{2 - 1 - i}"); } from(a_0); from(left); };
        c: conv(2, 1, 2, stride = 2);
        conv(1, 3, 2, stride = 2);
        from(left);
        avgpool(2, 1);
        again(c);
        b: fork(1, 2);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G169: (left: [2, 6, 6], right: [2, 6, 6], third: [1, 4, 5]) -> (d: [2, 3, 4], end: [3, 4, 5]) <
        from(third);
        end: { end: concat(third, _); a: again(end); tanh; };
        b: fork(3, 1);
        conv(1, 1, 3, padding = 1);
        mul(b.left);
        body: conv(1, 2, 1, bias = false);
        avgpool(2, 1);
        d: conv(2, 2, 3, padding = 1);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G170: (left: [2, 6, 4], right: [2, 6, 4]) -> (d: [3, 3, 1], h: [3, 3, 1], c_0: [3, 3, 1]) <
        from(left);
        from(right);
        from(right);
        end: avgpool(2, 1);
        body: seq { c: again(end); unit(2, 3); };
        d: seq { again(end); mul { { a: conv(3, 2, 1, bias = false); entry: fork(2, 3); }; { conv(3, 3, 3, padding = 1); }; identity }; };
        for i in 0..3 { "c_{i}": conv(3, 3, 1, bias = false); } for i in 0..3 { again("c_{3 - 1 - i}"); }
        h: batchnorm;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G171: (left: [2, 4, 4], right: [2, 4, 4], third: [2, 4, 4]) -> (last: [4, 4, 4], end: [3, 4, 4]) <
        body: concat(right, third);
        again(body);
        entry: unit(4, 3);
        end: seq { tanh; leaky_relu; };
        conv(3, 2, 1, bias = false);
        from(left);
        f: twice(2);
        again(body);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G172: (left: [3, 4, 4], right: [2, 4, 4]) -> (end: [3, 8, 8], last: [3, 8, 8]) <
        from(right);
        body: seq { left_: seq { body: conv(2, 3, 1, bias = false); a: upsample(2); c: seq { twice(3); entry: batchnorm; }; }; again(left_.c.entry); a: again(left_.c); };
        end: seq { conv(3, 1, 3); "end": twice(1); from(body.left_.c); };
        conv(3, 2, 3, padding = 1);
        elu;
        a: seq { conv(2, 2, 3, padding = 1); };
        from(a);
        from(body.left_.a);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G173: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (entry: _, b_1: [3, 5, 6], b_0: [3, 5, 6]) <
        from(left);
        from(third);
        mul(left);
        for i in 0..2 { "b_{i}": batchnorm; } for i in 0..2 { again("b_{2 - 1 - i}"); }
        batchnorm;
        entry: fork(3, 2);
    >
}

cnn! {
    pub struct G174: (left: [1, 6, 4], right: [1, 6, 4]) -> (last: _, left_: [1, 6, 4]) <
        from(left);
        from(left);
        left_: seq { body: softplus; again(body); };
        "c": batchnorm;
        entry: { [again(left_.body); 2] };
        from(entry);
        avgpool(2, 1);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G175: (left: [3, 6, 6], right: [3, 6, 6]) -> (end: _, a: [3, 6, 6]) <
        from(right);
        a: seq { a: twice(3); };
        again(a.a.second);
        end: again(a.a.second);
    >
}

cnn! {
    pub struct G176: (left: [1, 6, 4], right: [1, 6, 4]) -> (left_: [2, 6, 4], c: _, entry: [1, 6, 4]) <
        from(left);
        "entry": softplus;
        c: add(left);
        again(entry);
        conv(1, 1, 1, bias = false);
        left_: seq { conv(1, 2, 3, padding = 1); b: mul(_, c); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G177: (left: [2, 4, 4], right: [3, 4, 4]) -> (body: [2, 2, 2], left_: [2, 2, 2], e: _) <
        from(left);
        from(left);
        body: maxpool(2);
        left_: twice(2);
        e: seq { again(left_.second); body: again(left_.second); from(left_.body); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G178: (left: [1, 6, 4], right: [1, 4, 5], third: [1, 6, 4]) -> (end: [1, 4, 5], last: [1, 4, 5], b: [1, 4, 5]) <
        from(right);
        end: sigmoid;
        residual { [again(end); 3] };
        [elu; 2]
        twice(1);
        b: add { { conv(1, 2, 2, stride = 2); from(right); }; { again(end); entry: twice(1); }; { [again(entry); 2] left_: again(entry.second); } };
        again(b);
        last: tanh;
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G179: (left: [1, 6, 4], right: [1, 6, 4]) -> (last: _, body: [2, 6, 4], c: _) <
        end: concat(right, left);
        c: conv(2, 3, 1, bias = false);
        entry: again(end);
        from(c);
        left_: like(end);
        if 3 > 1 { body: mul { identity; { add(end, left_.copy, _, right); again(left_.copy); } }; } else { relu }
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G180: [1, 6, 4] -> (body: _, last: _) <
        body: unit(1, 2);
        conv(2, 2, 3);
        if 3 > 1 { conv(2, 2, 2, stride = 2); again(body.bn1); } else { relu }
        from(body);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G181: (left: [2, 4, 4]) -> (e: [1, 1, 1], entry: [3, 3, 3], f: _) <
        b: { from(left); left_: { a: conv_transpose(2, 2, 2, stride = 2); left_: fork(2, 1); }; from(left_.left_.right); };
        a: maxpool(2);
        entry: seq { conv_transpose(1, 3, 2, stride = 2); b: avgpool(2, 1); again(a); };
        f: { concat(_, entry); entry: again(a); };
        e: conv(6, 1, 3, padding = 1);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G182: (left: [2, 6, 4], right: [1, 6, 4], third: [2, 6, 4]) -> (last: [1, 6, 4], entry: [1, 6, 4], body: [1, 6, 4]) <
        from(right);
        a: conv(1, 1, 3, padding = 1);
        body: twice(1);
        mul { { entry: again(body.body); mul(body.body); }; identity; { c: residual { left_: conv(1, 1, 3, padding = 1); end: mul(body.second, entry, left_, _); entry: elu; }; } };
        end: again(c);
        from(end);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G183: [2, 5, 6] -> (b: [2, 4, 5], last: _) <
        a: avgpool(2, 1);
        "b": twice(2);
        residual { body: seq { end: concat(_, b, b.body); [again(a); 3] from(b.second); }; e: concat(_, body.end, a); } shortcut { d: again(e); };
        residual { c: leaky_relu; i_: batchnorm; };
        from(d);
        from(d);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G184: (left: [2, 4, 5], right: [2, 4, 5]) -> (body: [2, 4, 5], last: [1, 4, 5]) <
        from(right);
        body: twice(2);
        entry: again(body);
        a: { like(entry.body); [batchnorm; 2] };
        leaky_relu;
        upsample(2);
        b: fork(2, 1);
        maxpool(2);
        last: tanh;
    >
}

cnn! {
    pub struct G185: (left: [2, 4, 5], right: [2, 5, 6]) -> (e: [2, 3, 4], f: [2, 4, 5], last: [2, 5, 6]) <
        from(right);
        leaky_relu;
        f: avgpool(2, 1);
        e: again(f);
        from(right);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G186: (left: [1, 4, 5], right: [1, 4, 4]) -> (a: [3, 2, 3], f: [3, 2, 3]) <
        from(right);
        entry: seq { body: twice(1); entry: again(body); d: seq { a: again(entry.body); }; };
        body: seq { end: twice(1); entry: tanh; };
        left_: conv(1, 2, 3);
        from(left);
        end: again(left_);
        a: conv(2, 3, 3, padding = 1);
        f: silu;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G187: (left: [3, 4, 4], right: [3, 4, 4]) -> (d: _, body: [3, 1, 1]) <
        left_: concat(right, left);
        body: seq { a: seq { again(left_); from(left); }; [maxpool(2); 2] };
        from(left_);
        concat { { conv(6, 2, 3, padding = 1); b: skips(left_, 2, 2); }; { from(body.a); } };
        e: fork(11, 2);
        silu;
        d: maxpool(2);
    >
}

cnn! {
    pub struct G188: (left: [2, 5, 6], right: [1, 5, 6]) -> (last: [1, 4, 6], end: _) <
        from(left);
        body: conv(2, 2, 1, bias = false);
        end: seq { from(left); maxpool(2); body: again(body); };
        conv_transpose(2, 1, 2, stride = 2);
        last: tanh;
    >
}

cnn! {
    pub struct G189: (left: [3, 4, 5], right: [2, 6, 4], third: [1, 6, 4]) -> (a: _, left_: [2, 6, 4], body: [3, 6, 4]) <
        from(third);
        fc(24, 2);
        body: seq { fc(2, 2); b: seq { fc(2, 3); a: concat { { entry: fc(3, 4); }; { a: again(entry); }; identity }; }; entry: seq { fc(11, 3); a: seq { sigmoid; from(third); silu; }; body: conv(1, 3, 3, padding = 1); }; };
        left_: conv(3, 2, 3, padding = 1);
        a: conv(2, 2, 1, bias = false);
    >
}

cnn! {
    pub struct G190: (left: [2, 4, 5], right: [3, 5, 6], third: [3, 5, 6]) -> (body: _, a: [2, 6, 10], d: _) <
        from(third);
        from(third);
        a: seq { left_: seq { a: batchnorm; left_: maxpool(2); }; entry: seq { body: upsample(2); left_: avgpool(2, 1); end: seq { again(body); }; }; a: conv(3, 2, 3, padding = 1); };
        batchnorm;
        d: seq { from(third); if 3 > 1 { left_: { elu; a: conv(3, 3, 3, padding = 1); again(a); }; } else { relu } };
        again(a.entry.left_);
        body: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G191: [3, 4, 5] -> (a: [3, 3, 4], last: [2, 1, 2], body: [2, 1, 2]) <
        left_: { conv(3, 3, 3, padding = 1); avgpool(2, 1); sigmoid; };
        residual { conv(3, 1, 1, bias = false); a: mul(left_); };
        from(a);
        d: maxpool(2);
        conv(3, 1, 3, padding = 1);
        end: residual { from(d); a: tanh; } shortcut { from(a); };
        body: fork(3, 2);
        again(body.entry);
        last: tanh;
    >
}

cnn! {
    pub struct G192: (left: [1, 4, 4], right: [1, 4, 4]) -> (last: _, entry: [1, 4, 4]) <
        from(left);
        from(left);
        from(left);
        "entry": mul(right);
        again(entry);
        last: tanh;
    >
}

cnn! {
    pub struct G193: (left: [1, 6, 4], right: [2, 4, 5], third: [1, 6, 4]) -> (last: [1, 6, 4], a: _, entry: [1, 6, 4]) <
        from(left);
        left_: seq { conv(1, 1, 3, padding = 1); b: add(left, third); [again(b); 2] };
        entry: seq { body: tanh; };
        a: seq { from(left); };
        from(left_.b);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G194: [2, 4, 4] -> (last: [2, 1, 1], b: [2, 2, 2]) <
        conv(2, 3, 3, padding = 1);
        b: seq { left_: seq { if 2 > 1 { end: unit(3, 2); again(end.bn1); } else { relu } }; entry: avgpool(2, 1); again(entry); };
        if 3 > 1 { from(b.left_.end.conv1); from(b); } else { relu }
        maxpool(2);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G195: (left: [2, 6, 6], right: [1, 6, 6], third: [2, 6, 6]) -> (last: [3, 6, 6], left__1: [2, 6, 6]) <
        from(third);
        from(third);
        for i in 0..2 { "left__{i}": conv(2, 2, 3, padding = 1); } for i in 0..2 { again("left__{2 - 1 - i}"); }
        entry: tanh;
        unit(2, 3);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G196: (left: [2, 6, 6], right: [1, 6, 6], third: [3, 6, 6]) -> (d: _, end: [2, 6, 6], left_: _) <
        from(right);
        conv_transpose(1, 2, 2, stride = 2);
        left_: unit(2, 2);
        end: seq { [conv(2, 2, 3, padding = 1); 3] again(left_.conv1); from(left); };
        c: { end: maxpool(2); c: conv(2, 1, 2, stride = 2); };
        a: conv(1, 1, 3, padding = 1);
        b: seq { b: upsample(2); entry: maxpool(2); };
        d: conv(1, 1, 3, padding = 1);
    >
}

cnn! {
    pub struct G197: (left: [1, 6, 4], right: [2, 6, 4]) -> (a: _, left_: [2, 6, 4]) <
        from(left);
        end: { "left_": conv(1, 3, 3, padding = 1); };
        concat { identity; { conv(3, 2, 3, padding = 1); left_: leaky_relu; } };
        a: seq { a: again(left_); };
    >
}

cnn! {
    pub struct G198: [1, 6, 6] -> (a: [3, 6, 6], d: [2, 12, 12]) <
        mul { { a: seq { left_: seq { body: conv(1, 3, 3, padding = 1); end: conv(3, 2, 3); from(body); }; }; }; identity };
        end: seq { if 2 > 1 { body: concat(_, a); } else { relu } mul { { end: seq { conv_transpose(6, 1, 2, stride = 2); softplus; silu; }; }; { left_: again(end); for i in 0..2 { "g_{i}": conv(1, 1, 3, padding = 1); } for i in 0..2 { again("g_{2 - 1 - i}"); } } }; left_: maxpool(2); };
        entry: residual { end: add(a.left_.body); } shortcut { [again(end); 2] };
        mul(end.left_, _);
        d: { entry: conv_transpose(3, 2, 2, stride = 2); };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G199: (left: [1, 4, 4], right: [1, 4, 4], third: [3, 4, 5]) -> (left_: [1, 4, 4], a: [3, 8, 8], last: [3, 1, 1]) <
        from(third);
        b: { a: conv(3, 3, 3, padding = 1); };
        from(third);
        body: { body: seq { left_: conv(3, 3, 2, stride = 2); again(left_); }; };
        left_: seq { again(b.a); from(right); };
        a: conv_transpose(1, 3, 2, stride = 2);
        if 3 > 1 { avgpool(2, 1); like(body.body); } else { relu }
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G200: (left: [1, 5, 6], right: [3, 5, 6], third: [2, 4, 5]) -> (a: _, body: [3, 5, 6], g: [2, 10, 12]) <
        from(right);
        for i in 0..2 { "left__{i}": leaky_relu; } for i in 0..2 { again("left__{2 - 1 - i}"); }
        a: again(left__0);
        body: add(left);
        twice(3);
        end: conv_transpose(3, 1, 2, stride = 2);
        g: seq { entry: tanh; again(left__1); c: concat(end); };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G201: (left: [3, 6, 4], right: [3, 6, 4]) -> (c: [2, 3, 2], b: [2, 3, 2], last: _) <
        from(right);
        body: seq { body: maxpool(2); c: conv(3, 2, 1, bias = false); d: fork(2, 1); };
        concat(body.d.left, _);
        [batchnorm; 3]
        again(body.d);
        if 2 > 1 { c: fork(1, 2); } else { relu }
        b: add(c.left, body.d);
        fork(2, 2);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G202: (left: [1, 6, 6], right: [2, 6, 6], third: [3, 6, 6]) -> (e: [2], end: [2, 6, 6], d: _) <
        from(right);
        end: seq { from(third); from(third); a: seq { body: unit(3, 2); }; };
        again(end);
        mul(end.a);
        b: skips(third, 2, 1);
        e: fc(144, 2);
        prelu;
        d: elu;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G203: (left: [2, 6, 4], right: [2, 6, 4], third: [2, 6, 4]) -> (last: [2, 6, 4], left_: [2, 6, 4], d: [2, 6, 4]) <
        from(third);
        end: mul(left, right);
        from(left);
        left_: twice(2);
        d: seq { "entry": avgpool(2, 1); from(end); a: again(left_); };
        again(d.a.body);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G204: (left: [1, 6, 6]) -> (end: [3, 3, 3], body_0: [3, 3, 3], a: [1, 1, 1]) <
        conv(1, 3, 2, stride = 2);
        for i in 0..2 { "body_{i}": tanh; } for i in 0..2 { again("body_{2 - 1 - i}"); }
        residual { b: mul(body_1); from(body_0); from(b); };
        c: fork(3, 2);
        a: conv(2, 1, 2, stride = 2);
        entry: seq { add(c.entry); };
        g: conv(3, 1, 3, padding = 1);
        end: again(b);
    >
}

cnn! {
    pub struct G205: [3, 6, 4] -> (g: [2, 2, 2], f: [2, 1, 1]) <
        entry: residual { b: conv(3, 2, 3, padding = 1); c: { "body": conv(2, 1, 2, stride = 2); }; sigmoid; } shortcut { g: seq { b: maxpool(2); concat { identity; { conv(3, 1, 3, padding = 1); } }; from(c); }; };
        body: seq { concat(entry.c.body); end: again(entry.g.b); };
        left_: { from(entry); left_: again(entry.g.b); conv_transpose(1, 3, 2, stride = 2); };
        d: conv(3, 2, 3, padding = 1);
        "f": again(body.end);
        g: seq { left_: mul(entry, left_.left_, body.end); body: conv(2, 1, 2, stride = 2); add { identity; { mul { { from(body); add(d, _); }; identity; { mul(entry, _); from(body); } }; left_: conv(2, 1, 3, padding = 1); }; { k: add { { entry: add(_, d); }; identity }; } }; };
    >
}

cnn! {
    pub struct G206: (left: [3, 6, 6], right: [2, 4, 5], third: [3, 6, 6]) -> (e: [3, 2, 2], last: _, entry: [3, 1, 1]) <
        from(left);
        d: avgpool(2, 1);
        conv(3, 3, 3);
        again(d);
        e: silu;
        entry: conv(3, 3, 2, stride = 2);
        g: seq { again(e); conv(3, 2, 1, bias = false); };
        mul { { conv(2, 1, 3, padding = 1); }; identity; { [conv(2, 2, 3, padding = 1); 2] o: batchnorm; } };
        last: tanh;
    >
}

cnn! {
    pub struct G207: (left: [2, 5, 6]) -> (entry: _, body: [3, 2, 3]) <
        end: seq { a: upsample(2); from(left); left_: maxpool(2); };
        entry: conv(2, 3, 3, padding = 1);
        again(end.a);
        "a": again(end.left_);
        body: silu;
    >
}

cnn! {
    pub struct G208: (left: [3, 4, 5], right: [3, 4, 4], third: [3, 4, 4]) -> (b: [2, 8, 8], f: _) <
        from(third);
        mul(right);
        b: conv_transpose(3, 2, 2, stride = 2);
        from(third);
        again(b);
        f: seq { a: { body: conv(2, 1, 3, padding = 1); }; left_: { from(a); if 3 > 1 { entry: avgpool(2, 1); d: again(entry); } else { relu } }; };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G209: (left: [1, 5, 6], right: [2, 5, 6], third: [1, 4, 5]) -> (a: [2, 8, 10], e: [1, 5, 6], entry: _) <
        from(left);
        mul(_, right, left);
        entry: seq { left_: { if 3 > 1 { entry: leaky_relu; } else { relu } a: again(entry); }; again(left_); };
        c: fork(2, 2);
        if 3 > 1 { e: conv(2, 1, 3, padding = 1); } else { relu }
        b: seq { left_: conv(1, 3, 1, bias = false); b: avgpool(2, 1); };
        conv_transpose(3, 2, 2, stride = 2);
        a: twice(2);
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G210: [2, 6, 6] -> (last: [2, 6, 6], left_: [3, 3, 3]) <
        conv(2, 1, 2, stride = 2);
        left_: seq { body: seq { if 2 > 1 { "a": conv(1, 3, 3, padding = 1); } else { relu } c: seq { from(a); conv(3, 1, 1, bias = false); entry: again(a); }; b: skips(a, 3, 1); }; from(body.c.entry); };
        a: again(left_.body.c);
        e: conv(3, 3, 1, bias = false);
        entry: conv(3, 3, 3, padding = 1);
        conv(3, 2, 1, bias = false);
        upsample(2);
        conv(2, 2, 1, bias = false);
        last: tanh;
    >
}

cnn! {
    pub struct G211: (left: [1, 6, 6], right: [1, 4, 5], third: [1, 6, 6]) -> (end: _, left_: _, entry: _) <
        from(third);
        end: seq { end: seq { silu; }; body: again(end); };
        left_: concat(_, third);
        entry: again(end);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G212: (left: [1, 4, 4], right: [3, 4, 4]) -> (last: [3, 4, 4], c: _) <
        from(left);
        entry: seq { b: seq { if 3 > 1 { from(right); } else { relu } entry: { "entry": conv(3, 2, 3); from(right); }; again(entry); }; };
        c: conv(3, 3, 2, stride = 2);
        left_: seq { end: unit(3, 1); if 2 > 1 { mul(end.bn1, _); a: batchnorm; } else { relu } again(a); };
        from(left);
        again(entry);
        last: tanh;
    >
}

cnn! {
    pub struct G213: (left: [1, 5, 6], right: [1, 5, 6], third: [1, 5, 6]) -> (last: _, left_: _) <
        from(left);
        left_: seq { if 2 > 1 { [conv(1, 1, 1, bias = false); 3] } else { relu } entry: seq { entry: residual { from(third); a: silu; }; conv_transpose(1, 1, 2, stride = 2); c: avgpool(2, 1); }; a: leaky_relu; };
        end: seq { for i in 0..3 { "b_{i}": prelu; } for i in 0..3 { again("b_{3 - 1 - i}"); } };
        [again(end); 3]
        last: tanh;
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G214: [2, 4, 5] -> (body: [1, 4, 5], c: [1, 4, 5]) <
        residual { leaky_relu; batchnorm; };
        a: conv(2, 1, 3, padding = 1);
        softplus;
        body: conv(1, 1, 3, padding = 1);
        entry: like(body);
        end: tanh;
        c: { again(end); from(entry); body: like(entry); };
    >
}

cnn! {
    pub struct G215: (left: [2, 4, 4], right: [2, 4, 5]) -> (e: [2, 7, 9], a: _) <
        from(right);
        left_: { batchnorm; entry: seq { body: sigmoid; entry: again(body); a: upsample(2); }; };
        c: again(left_.entry.entry);
        from(left_.entry.a);
        "a": avgpool(2, 1);
        e: again(left_.entry.body);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G216: (left: [2, 4, 5], right: [2, 4, 4], third: [2, 4, 5]) -> (b: _, left_: [4, 4, 5]) <
        left_: concat(third, left);
        [again(left_); 2]
        [again(left_); 2]
        end: conv(4, 3, 3, padding = 1);
        c: seq { end: upsample(2); again(left_); c: conv(4, 1, 3, padding = 1); };
        e: { from(left); from(third); };
        unit(2, 3);
        b: again(e);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G217: (left: [1, 6, 6]) -> (c: _, f_1: [1, 6, 6], d: [1, 6, 6]) <
        from(left);
        left_: seq { b: conv_transpose(1, 2, 2, stride = 2); };
        from(left);
        d: seq { body: conv(1, 1, 3, padding = 1); b: mul(left, _, body); };
        for i in 0..3 { "f_{i}": batchnorm; } for i in 0..3 { again("f_{3 - 1 - i}"); }
        from(d);
        c: seq { "a": maxpool(2); again(f_1); body: { entry: fork(1, 1); }; };
    >
}

cnn! {
    pub struct G218: (left: [2, 5, 6], right: [3, 5, 6], third: [2, 4, 5]) -> (body: _, last: [2, 3, 4]) <
        from(third);
        body: conv(2, 2, 3);
        from(left);
        d: again(body);
        leaky_relu;
        last: tanh;
    >
}

cnn! {
    pub struct G219: (left: [2, 6, 4], right: [2, 6, 4]) -> (body: [2, 6, 4], end: [2, 6, 4], entry: [2, 6, 4]) <
        from(left);
        end: conv(2, 2, 3, padding = 1);
        body: seq { add(left, _); };
        entry: again(end);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G220: (left: [2, 4, 5], right: [3, 4, 5]) -> (k: _, l: [2, 8, 10]) <
        from(right);
        entry: seq { b: fork(3, 1); };
        left_: tanh;
        conv_transpose(1, 2, 2, stride = 2);
        k: twice(2);
        for i in 0..3 { "g_{i}": batchnorm; } for i in 0..3 { again("g_{3 - 1 - i}"); }
        end: again(left_);
        l: conv(2, 2, 3, padding = 1);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G221: (left: [1, 6, 4], right: [3, 6, 4]) -> (k: _, end: [2, 12, 8]) <
        from(left);
        concat { { from(left); a: conv(1, 1, 1, bias = false); }; identity };
        "b": concat(right, _, a);
        end: conv_transpose(6, 2, 2, stride = 2);
        f: unit(2, 3);
        left_: conv(3, 1, 2, stride = 2);
        [again(a); 2]
        k: avgpool(2, 1);
    >
}

cnn! {
    pub struct G222: (left: [2, 6, 6]) -> (last: [2, 1, 1], c: [2, 1, 1], end: [2, 6, 6]) <
        b: add(_, left);
        residual { end: residual { silu; a: mul { { end: concat(b, left); from(left); }; { conv(2, 2, 3, padding = 1); }; identity }; again(b); }; };
        body: again(end);
        batchnorm;
        [conv(2, 2, 2, stride = 2); 2]
        c: silu;
        again(c);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G223: (left: [1, 4, 4], right: [1, 4, 4]) -> (last: [3, 3, 3], b: [1, 8, 8]) <
        from(left);
        left_: { b: unit(1, 3); entry: concat { identity; { from(right); } }; again(entry); };
        b: seq { b: conv_transpose(5, 2, 2, stride = 2); conv(2, 3, 1, bias = false); if 2 > 1 { body: conv(3, 1, 3, padding = 1); } else { relu } };
        from(left_.b.bn1);
        batchnorm;
        d: seq { from(left_.b.conv1); };
        avgpool(2, 1);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G224: (left: [2, 4, 4]) -> (left_: [8, 4, 4], last: [1, 2, 2]) <
        end: concat(_, left);
        left_: seq { left_: concat { { left_: seq { from(left); concat(_, left); end: skips(left, 4, 1); }; "c": unit(3, 2); }; identity }; entry: again(end); };
        c: seq { from(left_.left_.c.conv1); };
        b: seq { left_: again(left_); };
        conv(6, 1, 2, stride = 2);
        for i in 0..3 { "d_{i}": batchnorm; } for i in 0..3 { again("d_{3 - 1 - i}"); }
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G225: (left: [1, 4, 5], right: [2, 6, 6], third: [2, 6, 6]) -> (entry: [2, 12, 12], left_: _) <
        from(third);
        left_: twice(2);
        body: upsample(2);
        from(left_.body);
        leaky_relu;
        entry: again(body);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G226: (left: [2, 5, 6], right: [2, 5, 6]) -> (z19: [2, 2, 3], last: [2, 2, 3], left_: [2, 2, 3]) <
        from(left);
        a: maxpool(2);
        entry: elu;
        left_: seq { b: { from(a); upsample(2); from(left); }; body: maxpool(2); };
        leaky_relu;
        b: seq { from(right); again(entry); a: conv(2, 3, 3, padding = 1); };
        g: like(a);
        residual { c: again(left_.body); residual { o: residual { conv(3, 3, 1, bias = false); a: fork(3, 3); }; }; z19: again(left_); } shortcut { z20: conv(3, 2, 3, padding = 1); };
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G227: (left: [3, 4, 5], right: [2, 4, 5], third: [3, 4, 4]) -> (h: _, e: _, last: _) <
        from(third);
        conv_transpose(3, 1, 2, stride = 2);
        a: silu;
        batchnorm;
        concat { identity; { body: { body: fork(1, 1); }; from(body.body.right); }; { again(a); again(body); } };
        e: seq { silu; from(a); };
        h: { fork(1, 2); end: again(body.body.entry); };
        from(body.body.left);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G228: (left: [3, 5, 6]) -> (left_: _, body: _) <
        softplus;
        from(left);
        b: twice(3);
        body: again(b);
        [again(body); 2]
        [again(body.body); 3]
        tanh;
        left_: again(body.body);
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G229: (left: [2, 4, 5], right: [3, 6, 6]) -> (k: _, end: _, b: _) <
        from(right);
        end: conv(3, 2, 3, padding = 1);
        from(right);
        e: skips(end, 3, 1);
        b: conv(3, 2, 2, stride = 2);
        maxpool(2);
        g: seq { again(e.end); };
        k: seq { [again(g); 3] from(end); "body": skips(e.end, 2, 1); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G230: [2, 6, 6] -> (b: _, k: _, left_: [2, 12, 12]) <
        a: upsample(2);
        entry: { from(a); };
        left_: again(entry);
        b: seq { body: seq { tanh; }; end: seq { end: batchnorm; left_: { entry: conv(2, 2, 3, padding = 1); }; }; };
        mul(_, b, b.end.end);
        unit(2, 1);
        d: mul(b.end.left_.entry, entry, left_);
        k: conv(2, 3, 2, stride = 2);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G231: (left: [3, 4, 5], right: [2, 5, 6], third: [2, 5, 6]) -> (d: [3, 4, 5], left_: _, b: [2, 5, 6]) <
        from(third);
        from(left);
        d: conv(3, 3, 3, padding = 1);
        from(third);
        b: twice(2);
        c: again(b.body);
        from(b.body);
        left_: seq { b: fc(60, 3); };
    >
}

cnn! {
    pub struct G232: (left: [1, 6, 4], right: [3, 4, 5], third: [3, 6, 4]) -> (left_: _, b: _) <
        from(left);
        b: concat(third);
        end: seq { from(b); entry: { body: batchnorm; entry: again(body); g: maxpool(2); }; if 2 > 1 { a: maxpool(2); } else { relu } };
        a: seq { "body": conv(4, 2, 3, padding = 1); };
        left_: conv(2, 2, 3, padding = 1);
    >
}

cnn! {
    pub struct G233: (left: [2, 4, 4]) -> (body: [4, 4, 4], last: _) <
        body: concat(_, left);
        end: seq { b: again(body); };
        c: seq { [again(end.b); 3] };
        e: conv(12, 1, 2, stride = 2);
        from(body);
        left_: conv(4, 2, 3, padding = 1);
        g: avgpool(2, 1);
        again(g);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G234: (left: [1, 6, 4], right: [1, 6, 4]) -> (last: _, end: [1, 6, 4]) <
        from(left);
        if 3 > 1 { concat { { end: twice(1); }; identity; { again(end.body); } }; add(end, left, _); } else { relu }
        body: conv(3, 3, 1, bias = false);
        left_: mul(end.body, right);
        a: again(body);
        mul(right);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G235: (left: [2, 4, 4], right: [2, 4, 4], third: [2, 4, 5]) -> (f: [1, 1, 1], i_: [2, 2, 2], end: [2, 2, 2]) <
        from(right);
        if 2 > 1 { conv(2, 2, 3, padding = 1); } else { relu }
        body: maxpool(2);
        b: { if 3 > 1 { left_: fork(2, 2); } else { relu } tanh; };
        f: { maxpool(2); again(b.left_); fork(2, 1); };
        from(body);
        end: seq { "a": batchnorm; left_: again(b.left_.entry); };
        i_: twice(2);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G236: (left: [2, 5, 6]) -> (body: [2, 5, 6], b: [2, 5, 6], last: [3, 6, 8]) <
        b: twice(2);
        body: seq { add(_, b.body); };
        from(b.body);
        a: seq { body: mul(b.body, b, _); c: again(b); };
        end: seq { body: conv(2, 2, 3); end: again(b); };
        tanh;
        conv_transpose(2, 3, 2, stride = 2);
        last: tanh;
    >
}

cnn! {
    pub struct G237: [2, 4, 5] -> (a: [2, 1, 2], c: _) <
        conv(2, 2, 3);
        a: seq { end: avgpool(2, 1); };
        from(a);
        residual { conv(2, 2, 1, bias = false); };
        c: seq { left_: seq { [elu; 2] conv(2, 1, 3, padding = 1); }; a: concat(a.end); c: seq { left_: seq { from(a); }; end: seq { entry: again(left_); tanh; }; }; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G238: [1, 6, 4] -> (b: _, entry: [3, 3, 2], k: [3, 6, 4]) <
        b: unit(1, 2);
        "end": conv(2, 1, 3, padding = 1);
        a: conv_transpose(1, 3, 2, stride = 2);
        mul { { mul { { fork(3, 1); }; identity; { h: fork(3, 1); } }; }; identity };
        d: conv(3, 2, 1, bias = false);
        k: conv(2, 3, 2, stride = 2);
        from(b);
        entry: again(k);
    >
}

cnn! {
    pub struct G239: (left: [2, 6, 4], right: [2, 6, 4]) -> (k: [2, 5, 3], m: _) <
        from(left);
        "end": prelu;
        avgpool(2, 1);
        mul { { entry: { left_: sigmoid; }; i_: seq { if 2 > 1 { again(entry.left_); } else { relu } "b": again(end); }; }; { h: again(entry.left_); } };
        k: { left_: residual { from(entry.left_); }; };
        "m": batchnorm;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G240: (left: [1, 4, 4], right: [3, 4, 5], third: [1, 4, 4]) -> (end: _, entry: [1, 2, 3]) <
        from(right);
        a: seq { left_: conv(3, 1, 3); };
        entry: twice(1);
        end: again(entry);
    >
}

cnn! {
    pub struct G241: (left: [2, 6, 6], right: [2, 6, 6]) -> (last: [2, 11, 11], body: _) <
        from(right);
        entry: seq { sigmoid; entry: conv_transpose(2, 2, 2, stride = 2); from(right); };
        again(entry.entry);
        body: avgpool(2, 1);
        softplus;
        d: again(body);
        left_: { from(d); conv(2, 1, 3); };
        from(body);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G242: (left: [1, 4, 4], right: [1, 4, 4]) -> (b: [2, 4, 4], last: _) <
        from(left);
        b: { left_: concat(_, left); };
        c: seq { from(b.left_); if 3 > 1 { conv(2, 3, 3, padding = 1); } else { relu } body: add(left); };
        "end": twice(3);
        again(c);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G243: (left: [2, 6, 4], right: [2, 6, 4], third: [2, 6, 4]) -> (n: [2, 6, 4], e: [2, 6, 4], d: _) <
        a: add(third, left, right);
        c: twice(2);
        b: concat(a, right);
        e: seq { end: { from(c.second); end: add(c, _); d: conv_transpose(2, 2, 2, stride = 2); }; from(c.second); entry: again(c); };
        end: fc(48, 4);
        add { { from(e.entry); }; { d: seq { end: silu; from(a); again(end); }; again(e.entry.body); }; { g: seq { mul { { softplus; from(e.end.end); }; { from(d); } }; }; } };
        n: seq { b: batchnorm; entry: again(e.entry.body); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G244: (left: [2, 4, 5], right: [1, 4, 4], third: [1, 4, 4]) -> (entry: _, last: _) <
        from(left);
        entry: conv(2, 2, 2, stride = 2);
        batchnorm;
        if 2 > 1 { left_: twice(2); } else { relu }
        upsample(2);
        again(entry);
        last: tanh;
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G245: [2, 6, 6] -> (c: [2, 12, 12], d: [4], e: [4]) <
        c: { left_: seq { body: conv(2, 2, 1, bias = false); again(body); conv(2, 1, 1, bias = false); }; body: conv_transpose(1, 2, 2, stride = 2); };
        from(c.left_);
        d: seq { residual { b: skips(c.left_.body, 1, 1); left_: again(b.end); tanh; } shortcut { a: add(b); }; body: conv(3, 2, 2, stride = 2); a: seq { a: fc(18, 4); }; };
        end: fc(4, 4);
        again(end);
        e: seq { entry: seq { prelu; }; elu; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G246: [3, 6, 4] -> (a: _, last: [1, 6, 4], b: _) <
        b: { body: mul { { silu; b: conv(3, 2, 2, stride = 2); }; { fork(3, 3); entry: again(b); }; { d: seq { body: silu; left_: again(entry); }; } }; twice(2); entry: seq { upsample(2); }; };
        a: seq { end: conv_transpose(2, 3, 2, stride = 2); };
        left_: { "b": unit(3, 1); from(b.conv1); };
        from(left_.b.bn1);
        fork(1, 2);
        conv(2, 1, 2, stride = 2);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G247: [2, 5, 6] -> (g: _, body: [2, 10, 12]) <
        a: conv_transpose(2, 2, 2, stride = 2);
        mul { { c: { body: conv(2, 1, 1, bias = false); entry: conv(1, 1, 3, padding = 1); mul(a, _, body); }; [maxpool(2); 3] }; { batchnorm; twice(2); } };
        body: { "c": add(_, c.body, c.entry); from(c); };
        e: seq { [again(body); 3] body: seq { again(body); from(body.c); }; };
        end: again(e);
        again(e.body);
        g: conv(2, 2, 3, padding = 1);
    >
}

cnn! {
    pub struct G248: (left: [2, 4, 4], right: [2, 4, 4], third: [1, 4, 5]) -> (left_: [2, 4, 4], b: [2, 4, 4], last: _) <
        from(right);
        maxpool(2);
        tanh;
        from(right);
        b: conv(2, 2, 1, bias = false);
        if 2 > 1 { left_: { b: again(b); }; } else { relu }
        from(left_);
        last: tanh;
    >
}

cnn! {
    pub struct G249: [2, 5, 6] -> (a: [3, 2, 3], e: [2, 2, 3]) <
        left_: { body: conv(2, 2, 1, bias = false); end: seq { body: seq { from(body); }; conv(2, 3, 3, padding = 1); }; };
        if 2 > 1 { a: seq { for i in 0..3 { "b_{i}": silu; } for i in 0..3 { again("b_{3 - 1 - i}"); } "c": maxpool(2); }; b: seq { left_: silu; }; } else { relu }
        conv(3, 1, 3, padding = 1);
        from(a.b_2);
        from(b);
        conv(3, 1, 1, bias = false);
        [prelu; 3]
        e: seq { body: seq { conv(1, 2, 3, padding = 1); residual { a: batchnorm; c: conv(2, 2, 3, padding = 1); }; }; };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G250: (left: [3, 4, 5], right: [3, 4, 5], third: [1, 6, 4]) -> (entry: [3, 1, 1], c: [3, 1, 1]) <
        from(left);
        conv(3, 3, 3, padding = 1);
        left_: maxpool(2);
        body: seq { end: { from(left); entry: again(left_); }; again(end.entry); };
        d: like(body);
        a: conv(3, 3, 1, bias = false);
        "c": conv(3, 3, 3, padding = 1);
        entry: { a: batchnorm; };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G251: (left: [2, 6, 6], right: [2, 6, 6], third: [1, 4, 5]) -> (body: _, last: [2, 12, 12]) <
        from(right);
        conv_transpose(2, 2, 2, stride = 2);
        left_: { d: seq { c: { a: twice(2); entry: again(a); }; }; again(d.c.entry); batchnorm; };
        residual { again(left_.d.c.entry.second); a: again(left_.d); mul(_, left_.d.c.entry.second, a.c.a.second); };
        body: like(a.c.a.second);
        again(body);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G252: (left: [3, 4, 4], right: [1, 4, 4]) -> (b: [3, 1, 1], a: [1, 2, 2]) <
        from(right);
        a: maxpool(2);
        body: { conv(1, 2, 2, stride = 2); left_: unit(2, 3); };
        from(body.left_);
        b: seq { entry: again(body.left_.bn1); };
    >
}

cnn! {
    pub struct G253: (left: [1, 6, 6], right: [1, 6, 6], third: [3, 4, 5]) -> (c: [4, 6, 6], body: [3, 6, 6], left_: [2, 6, 6]) <
        from(left);
        left_: concat(left, _);
        body: again(left_);
        c: again(body);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G254: (left: [1, 6, 4]) -> (last: [3, 6, 4], left_: [3, 4, 2]) <
        unit(1, 1);
        a: seq { from(left); a: conv(1, 3, 1, bias = false); };
        end: concat { { conv(3, 3, 2, stride = 2); b: again(a); }; identity; { left_: conv(3, 1, 1, bias = false); } };
        conv(7, 3, 3);
        unit(3, 3);
        left_: fork(3, 3);
        from(end.b);
        mul { identity; { from(a); b: seq { from(a); }; } };
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G255: (left: [2, 6, 4], right: [2, 6, 4], third: [2, 6, 4]) -> (a: _, last: [1, 6, 4]) <
        from(left);
        conv(2, 1, 3, padding = 1);
        from(left);
        body: add { { body: seq { fork(2, 1); b: skips(third, 1, 1); }; a: elu; }; { b: seq { skips(body, 2, 3); end: unit(6, 2); }; from(body.b.end); } };
        a: unit(3, 1);
        entry: seq { mul(a.conv1); body: again(body.body.b.end); };
        [elu; 3]
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G256: [3, 4, 5] -> (e: _, b: [2, 2, 2], body: [1, 1, 1]) <
        a: conv(3, 2, 2, stride = 2);
        c: seq { from(a); };
        unit(2, 1);
        e: fork(1, 1);
        again(e.entry);
        again(c);
        body: seq { left_: conv(2, 2, 3, padding = 1); body: conv(2, 1, 3, padding = 1); end: conv(1, 1, 2, stride = 2); };
        b: seq { entry: silu; from(body.left_); };
    >
}

cnn! {
    pub struct G257: (left: [1, 4, 4], right: [3, 4, 4]) -> (last: [3, 2, 2], a: _, b: [3, 4, 4]) <
        from(right);
        b: mul(left, _);
        "a": avgpool(2, 1);
        again(a);
        last: tanh;
    >
}

cnn! {
    pub struct G258: (left: [1, 5, 6], right: [2, 5, 6], third: [1, 4, 5]) -> (left_: [1, 2, 4], f: [1, 2, 3], g: [1, 2, 3]) <
        from(right);
        c: conv(2, 1, 2, stride = 2);
        upsample(2);
        left_: conv(1, 1, 3);
        from(left);
        concat(left, _);
        "g": again(c);
        f: { residual { from(third); left_: again(left_); avgpool(2, 1); } shortcut { end: avgpool(2, 1); }; from(c); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G259: [1, 6, 4] -> (o: [1, 2, 1], i_: [2, 4, 2], d: _) <
        g: seq { a: avgpool(2, 1); from(a); body: maxpool(2); };
        e: upsample(2);
        d: conv(1, 2, 3, padding = 1);
        i_: add(e, _);
        from(e);
        h: residual { left_: seq { left_: { end: again(g.a); left_: conv_transpose(1, 1, 2, stride = 2); }; from(g.body); }; end: fork(1, 1); } shortcut { e: maxpool(2); };
        o: twice(1);
    >
}

cnn! {
    pub struct G260: (left: [2, 6, 6], right: [2, 6, 6], third: [2, 6, 6]) -> (c: [2, 6, 6], entry: [2, 6, 6], body: _) <
        from(left);
        body: mul(third, _, right);
        c: again(body);
        entry: batchnorm;
    >
}

cnn! {
    pub struct G261: (left: [3, 4, 4], right: [2, 4, 5], third: [3, 4, 4]) -> (a: [2, 2, 2], d: _) <
        from(third);
        entry: maxpool(2);
        left_: again(entry);
        d: seq { conv(3, 3, 3, padding = 1); };
        "a": conv_transpose(3, 2, 2, stride = 2);
    >
}

cnn! {
    pub struct G262: (left: [1, 5, 6], right: [1, 5, 6], third: [1, 5, 6]) -> (left__1: [2, 2, 3], g: [2, 2, 3], left__0: _) <
        from(left);
        from(left);
        body: conv(1, 2, 3, padding = 1);
        a: conv(2, 2, 2, stride = 2);
        for i in 0..2 { "left__{i}": leaky_relu; } for i in 0..2 { again("left__{2 - 1 - i}"); }
        "e": again(left__1);
        g: again(e);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G263: (left: [2, 4, 5], right: [2, 6, 6]) -> (end: _, b: _, a: [4, 3, 4]) <
        from(left);
        a: seq { b: seq { body: { body: conv(2, 2, 3, padding = 1); from(left); twice(2); }; residual { from(body.body); body: add(_, body.body, body); }; }; c: seq { a: leaky_relu; b: avgpool(2, 1); }; body: concat(_, c); };
        from(a.b.body.body);
        b: { again(a.b); a: conv(2, 1, 2, stride = 2); b: seq { c: conv(1, 3, 3, padding = 1); body: concat(a, _); }; };
        end: seq { if 2 > 1 { from(a.c); b: conv(2, 2, 3, padding = 1); } else { relu } entry: twice(2); batchnorm; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G264: (left: [1, 4, 5], right: [2, 4, 5]) -> (f: _, a: [2, 4, 5], e: [4, 4, 5]) <
        from(left);
        a: unit(1, 2);
        body: mul(_, left);
        conv(2, 2, 3, padding = 1);
        "c": add(body, _, right);
        left_: again(body);
        f: skips(a, 2, 2);
        e: seq { body: { body: skips(a, 4, 2); for i in 0..2 { "a_{i}": batchnorm; } for i in 0..2 { again("a_{2 - 1 - i}"); } again(a_1); }; };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G265: (left: [3, 6, 6], right: [3, 4, 5]) -> (f: [12, 3, 4], body: [9, 4, 5]) <
        from(right);
        for i in 0..2 { "d_{i}": prelu; } for i in 0..2 { again("d_{2 - 1 - i}"); }
        body: { b: concat(d_1, right, _); c: elu; };
        entry: avgpool(2, 1);
        f: seq { again(body.c); entry: seq { tanh; a: fork(9, 3); body: seq { end: silu; entry: concat(a.entry, _); }; }; };
    >
}

cnn! {
    pub struct G266: (left: [3, 6, 6], right: [3, 6, 6]) -> (end: [3, 6, 6], left_: [3, 6, 6]) <
        from(right);
        end: add(left, right, _);
        again(end);
        left_: softplus;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G267: (left: [1, 5, 6], right: [1, 5, 6]) -> (last: [1, 10, 12], d: [1, 10, 12], b: _) <
        from(left);
        body: seq { entry: twice(1); left_: upsample(2); };
        b: residual { b: seq { again(body.entry); silu; left_: { from(body.left_); again(body.entry); }; }; entry: again(body.entry); };
        concat { { [again(b); 2] }; { from(b.entry); d: like(b.b.left_); } };
        from(b);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G268: (left: [3, 6, 6], right: [3, 6, 6]) -> (m: [3, 1, 1], left_: _) <
        from(left);
        add { { if 2 > 1 { entry: conv(3, 1, 2, stride = 2); residual { left_: conv(1, 3, 3); body: conv(3, 3, 3, padding = 1); } shortcut { d: again(left_); }; } else { relu } again(body); }; { from(d); a: seq { again(body); }; }; { end: again(entry); l: seq { from(body); again(body); left_: mul(_, right, left_); }; } };
        like(body);
        unit(3, 2);
        k: maxpool(2);
        m: seq { c: seq { from(d); entry: { from(a); end: elu; }; from(left_); }; };
    >
}

cnn! {
    pub struct G269: (left: [1, 6, 4], right: [3, 4, 5], third: [1, 6, 4]) -> (left_: [4], end: [2], a: [2]) <
        from(left);
        end: seq { fc(24, 2); end: fc(2, 3); a: fc(3, 2); };
        a: fc(2, 2);
        left_: { end: sigmoid; "left_": again(a); entry: fc(2, 4); };
    >
}

cnn! {
    pub struct G270: (left: [3, 6, 4], right: [3, 4, 5], third: [1, 4, 5]) -> (last: [2, 4, 5], left_: [4]) <
        from(left);
        end: conv_transpose(3, 2, 2, stride = 2);
        left_: { entry: seq { entry: fc(192, 2); end: fc(2, 4); e: fc(4, 2); }; d: { b: seq { b: fc(2, 3); silu; from(entry.end); }; entry: { fc(4, 2); from(entry); elu; }; c: prelu; }; from(entry.end); };
        from(third);
        residual { body: seq { for i in 0..3 { "entry_{i}": prelu; } for i in 0..3 { again("entry_{3 - 1 - i}"); } from(right); }; } shortcut { d: conv(1, 3, 1, bias = false); };
        conv(3, 2, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G271: (left: [3, 4, 4], right: [3, 4, 4]) -> (body: [3, 4, 4], last: _, left_: [3, 4, 4]) <
        from(left);
        body: add(left, right, _);
        left_: again(body);
        twice(3);
        last: tanh;
    >
}

cnn! {
    pub struct G272: (left: [2, 6, 4], right: [2, 6, 4], third: [2, 6, 4]) -> (d: [4], last: [2, 6, 4]) <
        from(third);
        if 3 > 1 { conv_transpose(2, 1, 2, stride = 2); } else { relu }
        avgpool(2, 1);
        silu;
        d: seq { [conv(1, 1, 3); 3] end: { entry: { conv(1, 3, 3, padding = 1); fc(15, 4); }; d: softplus; }; };
        a: { a: again(d.end.d); body: { sigmoid; }; };
        from(third);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G273: [2, 6, 6] -> (last: [1, 6, 6], a: [2, 6, 6]) <
        body: seq { unit(2, 1); };
        a: concat(_, body);
        again(body);
        from(body);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G274: (left: [1, 6, 6]) -> (entry: [3, 1, 1], b: [3, 3, 3], a: [3, 2, 2]) <
        b: { b: conv(1, 3, 2, stride = 2); end: conv(3, 3, 3, padding = 1); from(b); };
        a: avgpool(2, 1);
        from(a);
        g: tanh;
        entry: residual { b: twice(3); end: again(b.body); body: maxpool(2); } shortcut { again(body); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G275: (left: [1, 6, 6], right: [1, 6, 6]) -> (b: _, a: _, last: [1, 6, 6]) <
        from(right);
        end: batchnorm;
        "a": elu;
        body: again(a);
        left_: seq { [again(body); 2] for i in 0..2 { "end_{i}": batchnorm; } for i in 0..2 { again("end_{2 - 1 - i}"); } };
        b: unit(1, 2);
        if 2 > 1 { [leaky_relu; 3] from(right); } else { relu }
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G276: (left: [2, 4, 5], right: [2, 6, 6]) -> (e: [1, 4, 5], last: [3, 4, 5], h_0: [3, 4, 5]) <
        from(right);
        a: twice(2);
        c: seq { from(right); };
        from(left);
        concat(left, _);
        e: unit(4, 1);
        concat(left);
        for i in 0..2 { "h_{i}": conv(3, 3, 3, padding = 1); } for i in 0..2 { again("h_{2 - 1 - i}"); }
        last: tanh;
    >
}

cnn! {
    pub struct G277: (left: [1, 4, 5], right: [2, 5, 6]) -> (entry: [3, 2, 2], c: _) <
        from(left);
        maxpool(2);
        entry: conv(1, 3, 3, padding = 1);
        c: seq { from(left); b: again(entry); };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G278: (left: [3, 6, 4], right: [3, 6, 4]) -> (end: _, d: _, last: [2, 12, 8]) <
        from(left);
        body: { b: seq { from(right); body: concat(_, left); c: like(body); }; conv_transpose(9, 2, 2, stride = 2); };
        left_: conv(2, 2, 3, padding = 1);
        c: { from(body.b); body: conv(9, 2, 2, stride = 2); "i_": upsample(2); };
        residual { d: maxpool(2); from(body); } shortcut { end: again(c.i_); };
        batchnorm;
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G279: [3, 6, 4] -> (left_: [3, 11, 7], b: [1, 11, 7], d: [1, 11, 7]) <
        upsample(2);
        left_: seq { b: avgpool(2, 1); };
        from(left_.b);
        b: seq { mul { { body: twice(3); }; { entry: seq { end: twice(3); unit(3, 2); b: again(left_); }; left_: seq { from(entry.end.second); }; } }; b: { "b": conv(3, 1, 1, bias = false); }; };
        d: { b: maxpool(2); from(left_.b); end: unit(3, 1); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G280: [1, 4, 5] -> (e: [1, 4, 5], d: [3], last: [3]) <
        entry: unit(1, 2);
        end: residual { body: conv(2, 3, 3, padding = 1); b: seq { [softplus; 2] from(entry.bn1); b: softplus; }; };
        b: prelu;
        again(end.b.b);
        mul { identity; { add(end.b.b); }; { e: unit(2, 1); } };
        if 2 > 1 { again(e); d: seq { b: fc(20, 3); leaky_relu; tanh; }; } else { relu }
        last: tanh;
    >
}

cnn! {
    pub struct G281: (left: [1, 6, 6], right: [1, 6, 6]) -> (left__0: [1, 6, 6], a: [3, 6, 6]) <
        from(right);
        b: batchnorm;
        for i in 0..2 { "left__{i}": prelu; } for i in 0..2 { again("left__{2 - 1 - i}"); }
        a: conv(1, 3, 3, padding = 1);
    >
}

cnn! {
    pub struct G282: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (a: [2, 3, 4], b: _) <
        from(left);
        from(third);
        a: seq { residual { entry: batchnorm; }; entry: conv(3, 2, 1, bias = false); b: conv(2, 2, 3); };
        b: again(a.b);
    >
}

cnn! {
    pub struct G283: (left: [2, 4, 5], right: [1, 4, 5]) -> (last: [2, 4, 5], b: _, a_0: [2, 4, 5]) <
        from(left);
        residual { from(left); for i in 0..2 { "a_{i}": sigmoid; } for i in 0..2 { again("a_{2 - 1 - i}"); } };
        b: seq { left_: mul(right); entry: conv_transpose(2, 2, 2, stride = 2); residual { entry: again(a_1); }; };
        from(a_1);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G284: (left: [1, 4, 4], right: [1, 4, 4]) -> (e: [2, 4, 4], left_: _) <
        from(right);
        left_: twice(1);
        mul(right, left, _);
        end: again(left_.second);
        body: seq { body: unit(1, 3); from(body); from(body); };
        concat(_, body.body);
        e: conv(6, 2, 3, padding = 1);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G285: (left: [1, 4, 4], right: [1, 4, 4]) -> (body: _, last: [1, 4, 4]) <
        from(right);
        body: silu;
        from(left);
        left_: { left_: twice(1); };
        [again(body); 2]
        last: tanh;
    >
}

cnn! {
    pub struct G286: (left: [3, 5, 6], right: [1, 5, 6]) -> (a: [3, 5, 6], entry: [3, 5, 6]) <
        from(left);
        entry: { elu; end: add { { b: seq { from(right); }; batchnorm; }; { c: batchnorm; if 2 > 1 { a: silu; from(b); } else { relu } }; { d: mul(left, b, right); from(d); } }; b: again(end.a); };
        residual { c: again(entry.end.a); from(entry.b); left_: mul(right, _, entry.end); };
        a: silu;
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G287: (left: [3, 6, 6], right: [3, 6, 6], third: [1, 6, 6]) -> (a: _, b: _, d: [3, 6, 6]) <
        mul(right, third);
        b: mul(right, _, left);
        again(b);
        leaky_relu;
        "a": again(b);
        from(third);
        d: like(a);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G288: (left: [3, 4, 4], right: [1, 4, 4]) -> (e: [1, 16, 16], left_: [1, 8, 8]) <
        from(right);
        left_: conv_transpose(1, 1, 2, stride = 2);
        residual { from(left_); a: again(left_); } shortcut { again(a); };
        body: batchnorm;
        e: { if 3 > 1 { left_: seq { a: twice(1); from(right); d: conv(1, 2, 3); }; } else { relu } from(left_.a.second); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G289: (left: [1, 5, 6]) -> (c: [3, 1, 2], b: [1, 5, 6]) <
        left_: seq { sigmoid; for i in 0..2 { "a_{i}": leaky_relu; } for i in 0..2 { again("a_{2 - 1 - i}"); } c: unit(1, 3); };
        again(left_.a_0);
        b: conv(3, 1, 1, bias = false);
        "e": add(left, left_, _);
        from(left_);
        body: seq { entry: maxpool(2); [conv(3, 3, 3, padding = 1); 3] };
        c: avgpool(2, 1);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G290: (left: [3, 6, 6], right: [2, 6, 6], third: [1, 4, 5]) -> (e: [1, 4, 4], end: _, a: _) <
        from(left);
        from(third);
        [batchnorm; 3]
        entry: { if 2 > 1 { from(left); entry: conv(3, 1, 3); } else { relu } };
        end: again(entry);
        [again(end); 3]
        e: twice(1);
        a: concat(end.entry);
    >
}

cnn! {
    pub struct G291: [2, 6, 6] -> (last: [5, 3, 3], entry: [3, 3, 3], body: [1, 3, 3]) <
        body: { batchnorm; entry: seq { c: { conv(2, 1, 2, stride = 2); }; residual { from(c); b: conv(1, 2, 3, padding = 1); "entry": conv(2, 1, 3, padding = 1); }; }; from(entry.c); };
        d: seq { conv(1, 3, 3); from(body.entry.c); };
        c: conv(1, 3, 3, padding = 1);
        from(body.entry.c);
        again(c);
        from(body.entry.c);
        e: seq { left_: upsample(2); again(d); };
        concat { { conv(1, 1, 2, stride = 2); mul { identity; { entry: add(c); }; { h: seq { mul(d, body.entry.c, body, _); from(body); }; } }; }; { from(body.entry); }; identity };
        last: tanh;
    >
}

cnn! {
    pub struct G292: (left: [1, 4, 5], right: [1, 4, 5], third: [3, 5, 6]) -> (body: [1, 4, 5], last: [1, 8, 10], c: [1, 4, 5]) <
        mul(right, left);
        body: mul(left, _);
        from(third);
        from(right);
        entry: conv(1, 1, 3, padding = 1);
        c: again(body);
        upsample(2);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G293: (left: [1, 4, 5], right: [2, 5, 6]) -> (body: [1, 4, 5], entry: [1, 2, 2]) <
        from(left);
        left_: conv(1, 3, 3, padding = 1);
        c: mul(left_, _, left);
        unit(3, 1);
        end: seq { conv(1, 2, 3, padding = 1); left_: residual { from(c); residual { from(left_); twice(3); }; left_: conv(3, 1, 1, bias = false); } shortcut { b: seq { conv(2, 1, 2, stride = 2); from(c); again(left_); }; }; };
        entry: maxpool(2);
        body: { if 2 > 1 { unit(1, 2); end: again(end.left_); } else { relu } };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G294: (left: [3, 6, 4]) -> (last: [3, 8, 4], b: [3, 5, 3], left_: [3, 8, 4]) <
        residual { unit(3, 3); body: seq { body: unit(3, 3); a: { b: again(body.conv1); c: avgpool(2, 1); }; }; from(left); };
        a: seq { entry: seq { from(body); }; };
        b: mul(_, a.entry);
        end: again(body.body.conv1);
        like(body);
        left_: upsample(2);
        twice(3);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G295: (left: [2, 6, 6]) -> (entry: _, last: [2, 5, 5]) <
        entry: unit(2, 3);
        from(entry.bn1);
        left_: avgpool(2, 1);
        end: again(entry.bn1);
        conv(3, 2, 1, bias = false);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G296: (left: [3, 6, 6]) -> (l: [1, 6, 6], b: _, last: [1, 6, 6]) <
        concat { { b: batchnorm; again(b); }; { c: leaky_relu; left_: again(b); } };
        batchnorm;
        from(left_);
        a: seq { a: fork(3, 2); };
        conv(2, 1, 3, padding = 1);
        l: again(a.a.entry);
        mul(a.a.entry, c, _);
        conv(3, 1, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    pub struct G297: (left: [2, 4, 4]) -> (last: [2, 4, 4], c: [3, 2, 2]) <
        end: seq { entry: add(left, _); maxpool(2); };
        from(end.entry);
        e: again(end.entry);
        c: conv(2, 3, 3);
        from(e);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G298: [3, 5, 6] -> (b: [3, 4, 5], e: [3, 4, 5], a: [3, 4, 5]) <
        avgpool(2, 1);
        b: seq { a: fork(3, 3); again(a); add { { b: { again(a.entry); }; [again(a.right); 2] }; identity }; };
        d: again(b.a.right);
        batchnorm;
        from(b.a.left);
        e: seq { end: seq { a: again(b.a.right); c: tanh; from(b.a.right); }; };
        from(b);
        a: conv(3, 3, 1, bias = false);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G299: [3, 6, 6] -> (i_: [1, 11, 11], e: _, body: [1, 12, 12]) <
        left_: tanh;
        c: batchnorm;
        body: conv_transpose(3, 1, 2, stride = 2);
        entry: batchnorm;
        end: avgpool(2, 1);
        f: twice(1);
        e: { add { { from(f); end: unit(1, 1); }; identity }; again(left_); };
        i_: again(f.body);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G300: (left: [1, 4, 5]) -> (b: _, last: _) <
        a: conv(1, 1, 1, bias = false);
        again(a);
        c: conv(1, 2, 3, padding = 1);
        d: seq { b: conv(2, 1, 3, padding = 1); c: residual { left_: twice(1); }; };
        b: unit(1, 3);
        from(d.c.left_.body);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G301: (left: [1, 6, 6], right: [1, 6, 6]) -> (c: [3, 6, 6], last: [3, 6, 6]) <
        from(left);
        a: fork(1, 3);
        c: again(a.entry);
        left_: add(right, _, a);
        b: { entry: residual { add { { add(a, _); }; identity }; }; body: conv(3, 1, 3); "end": upsample(2); };
        from(a.left);
        last: tanh;
    >
}

cnn! {
    pub struct G302: (left: [1, 4, 4], right: [1, 4, 4], third: [2, 4, 4]) -> (body: [2, 4, 4], last: [1, 4, 4], c: _) <
        from(third);
        body: mul(left, right, _);
        concat(left, third, _);
        conv(5, 3, 3, padding = 1);
        c: { body: seq { mul { { from(right); }; { conv(3, 3, 3, padding = 1); "c": again(body); }; { end: again(body); } }; from(left); }; };
        again(body);
        conv(1, 1, 1, bias = false);
        last: tanh;
    >
}

cnn! {
    pub struct G303: (left: [3, 5, 6]) -> (entry: [3, 5, 6], end: [2, 5, 6], c: _) <
        a: seq { entry: conv(3, 3, 3, padding = 1); again(entry); body: seq { [again(entry); 3] left_: again(entry); again(entry); }; };
        from(left);
        c: seq { conv(3, 3, 3, padding = 1); };
        "entry": again(c);
        "d": again(a.body);
        end: conv(3, 2, 3, padding = 1);
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G304: (left: [2, 4, 4], right: [1, 4, 5], third: [3, 4, 5]) -> (e: [2, 4, 4], b: [2, 4, 4]) <
        from(left);
        left_: { a: conv(2, 2, 3, padding = 1); residual { entry: like(a); }; b: { conv_transpose(2, 1, 2, stride = 2); conv(1, 2, 3); from(entry); }; };
        end: elu;
        again(left_.entry.copy);
        e: seq { body: concat(left_.b); avgpool(2, 1); if 2 > 1 { from(left_.entry); } else { relu } };
        entry: conv(2, 2, 3);
        from(left_.entry.copy);
        b: leaky_relu;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G305: (left: [3, 6, 6]) -> (k: [2, 4, 4], g: [3, 4, 4], last: [15, 4, 4]) <
        from(left);
        left_: seq { b: conv(3, 3, 3); };
        upsample(2);
        from(left_.b);
        for i in 0..2 { "body_{i}": batchnorm; } for i in 0..2 { again("body_{2 - 1 - i}"); }
        a: leaky_relu;
        concat { { end: batchnorm; e: conv(3, 2, 3, padding = 1); }; { add { { c: again(body_0); k: again(e); }; { g: { from(body_1); entry: batchnorm; }; m: { a: skips(end, 3, 3); d: fork(6, 2); }; }; { from(m.a.conv1); d: unit(3, 2); } }; }; { b: concat(left_, m.a.conv1, d.bn1); } };
        last: tanh;
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G306: (left: [3, 4, 5], right: [1, 4, 4], third: [1, 4, 4]) -> (a: [3, 4, 4], left_: _) <
        from(left);
        from(right);
        from(third);
        end: elu;
        left_: again(end);
        again(left_);
        a: skips(third, 1, 2);
    >
}

cnn! {
    pub struct G307: (left: [2, 6, 6], right: [3, 6, 6], third: [2, 6, 6]) -> (end_0: _, last: [2, 1, 1], a: [4, 6, 6]) <
        from(third);
        a: concat(left, _);
        mul { identity; { b: tanh; }; { for i in 0..3 { "end_{i}": sigmoid; } for i in 0..3 { again("end_{3 - 1 - i}"); } } };
        d: conv(4, 1, 3, padding = 1);
        left_: conv(1, 1, 3, padding = 1);
        g: conv(1, 2, 2, stride = 2);
        conv(2, 2, 3);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G308: (left: [1, 6, 4], right: [1, 6, 4]) -> (last: [1, 4, 4], body: [1, 6, 4]) <
        from(right);
        body: twice(1);
        c: { maxpool(2); conv(1, 2, 2, stride = 2); body: fork(2, 1); };
        entry: seq { again(body); };
        e: mul(_, entry);
        b: again(body.second);
        f: seq { body: upsample(2); };
        again(f);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G309: (left: [2, 5, 6]) -> (c: [1, 5, 6], last: [1, 5, 6]) <
        concat { { conv(2, 3, 3, padding = 1); from(left); }; identity };
        end: tanh;
        unit(4, 1);
        "c": again(end);
        silu;
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G310: (left: [1, 6, 6], right: [3, 6, 6], third: [3, 6, 6]) -> (b: [1, 11, 11], body: [1, 10, 10]) <
        from(right);
        unit(3, 3);
        a: { for i in 0..3 { "a_{i}": batchnorm; } for i in 0..3 { again("a_{3 - 1 - i}"); } };
        c: again(a.a_1);
        g: conv_transpose(3, 1, 2, stride = 2);
        b: avgpool(2, 1);
        body: again(b);
    >
}

cnn! {
    pub struct G311: (left: [2, 5, 6], right: [2, 5, 6], third: [2, 5, 6]) -> (last: [2, 2, 3], entry: [2, 5, 6], body: [2, 5, 6]) <
        from(right);
        from(left);
        conv(2, 2, 3, padding = 1);
        mul(_, left);
        body: seq { from(third); silu; };
        entry: seq { entry: conv(2, 3, 3, padding = 1); left_: again(body); };
        maxpool(2);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G312: (left: [3, 6, 4], right: [3, 4, 5]) -> (left_: [3, 6, 4], a: _, last: [3, 4, 5]) <
        from(left);
        conv(3, 3, 2, stride = 2);
        from(left);
        left_: fork(3, 3);
        "a": again(left_.left);
        from(left);
        from(right);
        last: tanh;
    >
}

cnn! {
    pub struct G313: (left: [2, 6, 6]) -> (d: _, body: [3, 3, 3]) <
        a: avgpool(2, 1);
        body: seq { b: conv(2, 3, 3); d: conv_transpose(3, 2, 2, stride = 2); from(b); };
        upsample(2);
        entry: concat(left);
        e: maxpool(2);
        h: { "left_": avgpool(2, 1); };
        d: again(a);
    >
}

cnn! {
    pub struct G314: (left: [1, 6, 6], right: [3, 4, 5]) -> (entry: [2], end: [1, 8, 10], g: _) <
        from(right);
        end: conv_transpose(3, 1, 2, stride = 2);
        left_: seq { b: seq { entry: softplus; }; a: { fc(80, 2); body: tanh; }; };
        e: residual { again(left_.b); entry: again(left_.b.entry); };
        a: again(left_.b.entry);
        entry: mul(left_.a.body);
        "g": fc(2, 3);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G315: [3, 6, 6] -> (end: [6, 5, 5], a: [3, 5, 5], last: [3, 10, 10]) <
        a: avgpool(2, 1);
        e: unit(3, 2);
        from(a);
        body: concat { identity; { conv(3, 1, 3, padding = 1); }; { from(e.bn1); } };
        entry: seq { a: conv(6, 2, 3, padding = 1); };
        from(a);
        end: again(body);
        conv_transpose(6, 3, 2, stride = 2);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G316: (left: [2, 4, 4], right: [2, 4, 4]) -> (body: [2, 4, 4], c: [3, 4, 4], g: [2, 4, 4]) <
        from(left);
        body: seq { end: seq { "a": conv(2, 3, 1, bias = false); "c": prelu; from(right); }; };
        c: unit(2, 3);
        left_: seq { b: again(c.bn1); from(body); left_: batchnorm; };
        b: seq { "left_": again(body); again(body); };
        batchnorm;
        g: silu;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G317: (left: [2, 4, 4], right: [2, 4, 4]) -> (f: [3, 2, 2], e: [3, 4, 4]) <
        b: concat(right, left);
        c: again(b);
        conv(4, 3, 1, bias = false);
        left_: seq { from(b); from(c); };
        e: conv(4, 3, 3, padding = 1);
        d: seq { left_: maxpool(2); "c": conv(3, 2, 3, padding = 1); body: twice(2); };
        f: fork(2, 3);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G318: (left: [3, 4, 5], right: [2, 5, 6], third: [2, 5, 6]) -> (d: _, f_0: [3, 5, 6], last: [3, 5, 6]) <
        from(third);
        b: seq { body: { unit(2, 3); }; batchnorm; a: leaky_relu; };
        a: sigmoid;
        d: unit(3, 3);
        for i in 0..3 { "f_{i}": conv(3, 3, 3, padding = 1); } for i in 0..3 { again("f_{3 - 1 - i}"); }
        last: tanh;
    >
}

cnn! {
    pub struct G319: (left: [1, 4, 5], right: [2, 6, 4]) -> (last: _, a: _, k: [1, 8, 10]) <
        from(left);
        conv(1, 1, 3, padding = 1);
        a: { batchnorm; };
        k: upsample(2);
        h: seq { body: { again(a); b: seq { conv(1, 1, 3); end: conv(1, 3, 3, padding = 1); from(end); }; }; };
        batchnorm;
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G320: [3, 4, 5] -> (d: [3], b: _) <
        b: add { { unit(3, 2); body: conv_transpose(2, 1, 2, stride = 2); }; { if 3 > 1 { c: seq { maxpool(2); }; } else { relu } entry: seq { again(c); c: batchnorm; }; } };
        entry: residual { add(b.body, b.entry.c); left_: mul(b.entry.c); };
        body: conv(3, 3, 3, padding = 1);
        fc(240, 2);
        d: seq { entry: seq { entry: seq { b: fc(2, 3); from(b); }; }; tanh; };
    >
}

cnn! {
    pub struct G321: (left: [3, 4, 4]) -> (body: _, c: [3, 8, 8]) <
        left_: upsample(2);
        body: silu;
        add { identity; { from(body); } };
        "d": mul(_, left_);
        end: mul(left_);
        again(body);
        c: seq { from(end); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G322: (left: [1, 4, 5], right: [3, 4, 4]) -> (last: [3, 4, 4], end: [3, 4, 4], e: _) <
        from(left);
        from(right);
        a: { left_: unit(3, 3); };
        end: seq { end: twice(3); };
        e: seq { "a": again(a.left_.bn1); body: { entry: seq { conv_transpose(3, 2, 2, stride = 2); }; }; };
        from(end.end);
        last: tanh;
    >
}

cnn! {
    pub struct G323: (left: [1, 4, 4], right: [1, 4, 4], third: [2, 4, 5]) -> (d: _, k: _, body: [1, 4, 4]) <
        from(right);
        "end": add(right, _);
        again(end);
        body: residual { end: add(_, right, left); };
        from(body);
        g: conv(1, 2, 2, stride = 2);
        k: seq { entry: avgpool(2, 1); b: conv_transpose(2, 1, 2, stride = 2); e: conv(1, 3, 2, stride = 2); };
        d: seq { left_: conv(3, 3, 1, bias = false); };
    >
}

cnn! {
    pub struct G324: (left: [3, 4, 5]) -> (b: [2, 4, 5], last: [2], body: [2, 4, 5]) <
        concat(left, _);
        b: conv(6, 2, 1, bias = false);
        from(left);
        body: { from(b); from(b); conv(2, 2, 1, bias = false); };
        from(body);
        "end": again(body);
        fc(40, 2);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G325: [3, 4, 5] -> (d: _, end: _) <
        b: { entry: seq { end: conv(3, 1, 3, padding = 1); body: seq { from(end); }; }; body: unit(1, 3); from(entry.body); };
        mul(b.body.conv1, b.entry, _, b);
        conv_transpose(3, 1, 2, stride = 2);
        end: again(b.body.conv1);
        d: seq { [maxpool(2); 3] body: conv(3, 2, 3, padding = 1); d: mul { identity; { a: batchnorm; d: seq { a: silu; like(a); left_: again(b.entry.body); }; }; { f: unit(2, 2); } }; };
    >
}

cnn! {
    pub struct G326: (left: [3, 6, 4], right: [3, 6, 4]) -> (c: [3, 6, 4], a: [3, 6, 4], b: [3, 6, 4]) <
        from(right);
        a: elu;
        body: seq { a: prelu; };
        c: again(a);
        f: conv(3, 3, 3, padding = 1);
        b: again(body.a);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G327: (left: [1, 6, 6], right: [1, 6, 6], third: [3, 4, 5]) -> (last: [3, 6, 6], end: [1, 6, 6]) <
        from(right);
        conv_transpose(1, 1, 2, stride = 2);
        entry: twice(1);
        end: { from(right); again(entry.second); entry: batchnorm; };
        conv(1, 3, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    pub struct G328: (left: [2, 4, 5], right: [2, 4, 4], third: [2, 4, 5]) -> (a: [2, 3, 4], c: [3, 1, 2]) <
        from(left);
        entry: sigmoid;
        again(entry);
        end: avgpool(2, 1);
        a: leaky_relu;
        [again(entry); 2]
        c: conv(2, 3, 3);
    >
}

cnn! {
    pub struct G329: (left: [1, 4, 5], right: [1, 6, 4], third: [1, 6, 4]) -> (left_: [1, 4, 5], body: _, last: [1, 2, 3]) <
        from(left);
        left_: mul(left, _);
        mul { identity; { body: { from(left); a: conv(1, 1, 3, padding = 1); from(left); }; again(left_); } };
        add { identity; { again(body.a); again(body.a); }; { c: again(body.a); } };
        conv(1, 2, 1, bias = false);
        entry: seq { again(left_); };
        d: sigmoid;
        conv(2, 1, 3);
        last: tanh;
    >
}

cnn! {
    pub struct G330: (left: [3, 4, 5], right: [2, 6, 6], third: [2, 6, 6]) -> (body_0: _, left_: [6, 6, 6], end: _) <
        from(right);
        if 2 > 1 { for i in 0..3 { "body_{i}": elu; } for i in 0..3 { again("body_{3 - 1 - i}"); } } else { relu }
        "b": tanh;
        concat(_, body_0);
        e: { concat(body_1, _); leaky_relu; again(b); };
        left_: prelu;
        a: leaky_relu;
        end: conv(6, 2, 3);
    >
}

cnn! {
    pub struct G331: [1, 5, 6] -> (last: [1, 2, 3], body: _) <
        a: residual { entry: maxpool(2); c: upsample(2); from(c); } shortcut { left_: { from(c); }; };
        if 3 > 1 { body: seq { from(a.c); entry: tanh; }; end: conv(1, 2, 3, padding = 1); } else { relu }
        entry: again(a.entry);
        from(a);
        if 2 > 1 { d: again(a.entry); } else { relu }
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G332: (left: [3, 4, 5], right: [2, 5, 6]) -> (entry: _, left_: _) <
        from(right);
        end: batchnorm;
        entry: fork(2, 1);
        "b": upsample(2);
        f: residual { for i in 0..2 { "left__{i}": batchnorm; } for i in 0..2 { again("left__{2 - 1 - i}"); } a: silu; };
        e: seq { "body": maxpool(2); conv(1, 2, 1, bias = false); silu; };
        g: conv(2, 1, 3, padding = 1);
        left_: { from(right); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G333: (left: [2, 4, 5], right: [2, 4, 5]) -> (b: _, left_: _) <
        from(left);
        b: seq { entry: maxpool(2); mul { identity; { a: twice(2); }; { [batchnorm; 3] } }; };
        c: seq { again(b.entry); add { { entry: { end: upsample(2); }; }; { b: batchnorm; body: { from(b); }; }; { end: conv(2, 3, 3, padding = 1); d: unit(3, 2); } }; };
        again(b.entry);
        from(right);
        "left_": maxpool(2);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G334: (left: [1, 6, 4], right: [1, 6, 4], third: [1, 6, 4]) -> (body: [3, 10, 6], entry: _, i_: [3, 11, 7]) <
        from(third);
        entry: seq { end: conv(1, 2, 1, bias = false); };
        twice(2);
        end: conv_transpose(2, 3, 2, stride = 2);
        i_: avgpool(2, 1);
        from(i_);
        body: seq { entry: again(i_); left_: add(entry, _); };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G335: (left: [2, 4, 5], right: [3, 4, 4]) -> (g: [2, 1, 1], c: _) <
        from(left);
        entry: fork(2, 2);
        batchnorm;
        maxpool(2);
        c: avgpool(2, 1);
        e: again(entry.left);
        g: add { { softplus; }; { if 2 > 1 { b: again(entry); } else { relu } }; { from(e); conv(2, 1, 1, bias = false); } };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G336: (left: [3, 4, 5], right: [2, 5, 6], third: [1, 5, 6]) -> (c: [1, 5, 6], left_: [3, 4, 5], entry: [2, 5, 6]) <
        mul(third, right);
        from(third);
        add { { maxpool(2); entry: seq { body: avgpool(2, 1); from(right); d: { c: batchnorm; }; }; }; { c: twice(1); } };
        left_: seq { end: avgpool(2, 1); a: seq { entry: conv(2, 3, 3, padding = 1); again(end); body: { fc(36, 3); a: fc(3, 2); from(left); }; }; };
    >
}

cnn! {
    pub struct G337: (left: [1, 5, 6], right: [1, 5, 6], third: [2, 5, 6]) -> (f: [3, 5, 6], a: [8, 5, 6], g: _) <
        from(third);
        from(right);
        a: concat { { body: concat(third, _); c: again(body); }; { add(third, right, _); from(left); }; { from(third); } };
        f: conv(8, 3, 1, bias = false);
        g: again(a.body);
    >
}

cnn! {
    pub struct G338: (left: [1, 4, 5], right: [1, 6, 4], third: [1, 6, 4]) -> (entry_1: _, last: _, entry_0: [1, 6, 4]) <
        from(left);
        from(right);
        concat(_, third, right);
        end: { a: conv(3, 1, 3, padding = 1); };
        for i in 0..2 { "entry_{i}": sigmoid; } for i in 0..2 { again("entry_{2 - 1 - i}"); }
        maxpool(2);
        last: tanh;
    >
}

cnn! {
    pub struct G339: (left: [3, 6, 4], right: [3, 4, 5], third: [1, 6, 4]) -> (end: _, body: _, entry: [3, 4, 2]) <
        from(left);
        "body": conv(3, 2, 3, padding = 1);
        entry: conv(2, 3, 3);
        batchnorm;
        e: silu;
        end: again(body);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G340: (left: [2, 6, 6], right: [3, 4, 5]) -> (last: _, left_: _, end: [1, 12, 12]) <
        from(left);
        end: { entry: conv_transpose(2, 1, 2, stride = 2); b: seq { if 3 > 1 { from(entry); left_: conv(1, 1, 1, bias = false); } else { relu } }; };
        left_: residual { entry: again(end.b.left_); };
        entry: unit(1, 2);
        [conv(2, 2, 2, stride = 2); 2]
        last: tanh;
    >
}

cnn! {
    pub struct G341: (left: [2, 4, 4], right: [2, 4, 4]) -> (end: _, left_: _) <
        from(left);
        from(left);
        a: maxpool(2);
        tanh;
        sigmoid;
        left_: again(a);
        end: elu;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G342: (left: [1, 4, 4]) -> (h: [2, 4, 4], c: _, g: [2, 4, 4]) <
        elu;
        left_: seq { end: conv(1, 1, 1, bias = false); };
        concat { { add { { from(left); conv(1, 2, 3, padding = 1); }; { entry: conv(1, 2, 3, padding = 1); a: twice(2); }; { body: { conv(1, 2, 3, padding = 1); entry: elu; }; "g": again(a); } }; }; identity };
        d: seq { end: concat(a.body, g.second, _, left_); };
        c: seq { entry: { silu; from(entry); }; b: again(body.entry); };
        e: mul(left, entry);
        k: again(a.body);
        h: seq { a: twice(2); };
    >
}

cnn! {
    pub struct G343: [2, 4, 4] -> (last: _, left_: [1, 16, 16]) <
        conv_transpose(2, 3, 2, stride = 2);
        left_: conv_transpose(3, 1, 2, stride = 2);
        b: seq { left_: avgpool(2, 1); d: again(left_); b: again(left_); };
        avgpool(2, 1);
        from(b.left_);
        last: tanh;
    >
}

cnn! {
    pub struct G344: (left: [2, 4, 4]) -> (entry: [2, 4, 4], body: [10, 4, 4]) <
        entry: batchnorm;
        concat { { from(left); again(entry); }; identity };
        left_: leaky_relu;
        again(left_);
        body: concat(left, left_);
    >
}

cnn! {
    pub struct G345: (left: [3, 4, 4], right: [2, 4, 4], third: [2, 4, 4]) -> (body: _, left_: [2, 4, 4], b: [2, 4, 4]) <
        left_: mul(third, right);
        from(third);
        b: again(left_);
        c: again(left_);
        body: conv(2, 2, 3, padding = 1);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G346: (left: [1, 4, 5], right: [1, 6, 6]) -> (last: [1, 8, 10], b: _, end: _) <
        from(left);
        c: seq { left_: { conv_transpose(1, 2, 2, stride = 2); softplus; }; b: mul(_, left_); d: unit(2, 1); };
        b: again(c.b);
        conv(2, 2, 3, padding = 1);
        batchnorm;
        conv(2, 2, 3);
        end: avgpool(2, 1);
        from(c.d.conv1);
        last: tanh;
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G347: (left: [2, 5, 6], right: [2, 5, 6], third: [2, 5, 6]) -> (last: [4, 5, 6], a: [4, 5, 6], end: [4, 5, 6]) <
        b: concat(third, left);
        concat { { end: seq { end: seq { from(third); entry: conv(2, 3, 3, padding = 1); again(b); }; }; }; { like(end); }; { again(end); from(left); } };
        from(b);
        a: again(b);
        again(end.end);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G348: (left: [2, 5, 6], right: [2, 5, 6], third: [2, 5, 6]) -> (body: _, last: _) <
        from(left);
        body: seq { a: { from(left); }; body: batchnorm; conv(2, 1, 3, padding = 1); };
        from(right);
        fork(2, 2);
        if 3 > 1 { c: avgpool(2, 1); } else { relu }
        left_: again(body.body);
        [again(c); 3]
        leaky_relu;
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G349: (left: [1, 4, 5], right: [3, 5, 6], third: [1, 5, 6]) -> (b: [1, 5, 6], h: [1, 5, 6], entry: _) <
        from(third);
        from(right);
        entry: conv(3, 1, 1, bias = false);
        end: twice(1);
        conv(1, 1, 1, bias = false);
        h: again(end.body);
        b: conv(1, 1, 1, bias = false);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G350: (left: [2, 5, 6], right: [2, 5, 6]) -> (body: _, end: _) <
        from(left);
        [sigmoid; 3]
        body: add(_, right, left);
        from(left);
        again(body);
        b: like(body);
        end: unit(2, 1);
    >
}

cnn! {
    pub struct G351: (left: [1, 4, 5], right: [3, 6, 4], third: [2, 6, 4]) -> (e: [2, 5, 3], last: [2, 4, 2]) <
        from(third);
        e: avgpool(2, 1);
        from(third);
        avgpool(2, 1);
        again(e);
        last: tanh;
    >
}

cnn! {
    pub struct G352: (left: [2, 4, 4], right: [2, 4, 4], third: [2, 4, 5]) -> (end: _, a: [2, 4, 4], b: _) <
        from(right);
        "a": leaky_relu;
        end: { conv(2, 1, 3, padding = 1); again(a); };
        b: { batchnorm; end: mul(end, left, right); concat { { c: seq { from(a); }; }; identity }; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G353: (left: [3, 6, 4], right: [1, 6, 4], third: [3, 6, 4]) -> (b: [3, 6, 4], entry: _) <
        from(left);
        entry: { end: seq { mul { { b: mul(third); a: unit(3, 3); }; identity }; }; };
        left_: again(entry);
        again(entry);
        b: like(left_);
    >
}

cnn! {
    pub struct G354: (left: [2, 6, 6], right: [2, 6, 6]) -> (d: _, entry_1: _) <
        from(right);
        for i in 0..3 { "entry_{i}": conv(2, 2, 3, padding = 1); } for i in 0..3 { again("entry_{3 - 1 - i}"); }
        body: add(entry_2, entry_0);
        add(_, entry_1, left);
        d: fc(72, 3);
    >
}

cnn! {
    pub struct G355: (left: [1, 4, 5], right: [1, 5, 6]) -> (last: [1, 10, 12], left_: _) <
        from(right);
        body: conv(1, 2, 2, stride = 2);
        a: { [conv(2, 2, 3, padding = 1); 3] body: seq { end: { from(right); conv(1, 1, 3, padding = 1); left_: conv_transpose(1, 1, 2, stride = 2); }; }; };
        from(a.body);
        maxpool(2);
        if 3 > 1 { left_: seq { from(a); add(_, a); }; } else { relu }
        again(a.body.end);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G356: (left: [3, 6, 6], right: [3, 4, 5], third: [3, 4, 5]) -> (end: [3, 4, 5], last: [3, 2, 2], b: [3, 4, 5]) <
        from(right);
        b: seq { from(right); end: softplus; left_: mul(right, third); };
        maxpool(2);
        from(right);
        end: twice(3);
        conv(3, 3, 2, stride = 2);
        again(end.second);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G357: (left: [3, 6, 6], right: [3, 6, 6], third: [3, 6, 6]) -> (b_0: [3, 6, 6], b_1: _, last: [3, 6, 6]) <
        from(right);
        for i in 0..2 { "b_{i}": silu; } for i in 0..2 { again("b_{2 - 1 - i}"); }
        a: unit(3, 3);
        body: again(b_0);
        d: residual { if 2 > 1 { end: add(left); } else { relu } from(third); [again(a.bn1); 2] };
        from(third);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G358: (left: [2, 5, 6], right: [2, 5, 6]) -> (b: _, left_: _, body: _) <
        from(left);
        from(right);
        b: seq { end: conv(2, 1, 2, stride = 2); };
        entry: seq { end: conv(1, 2, 3, padding = 1); };
        mul { identity; { left_: unit(2, 1); }; { a: again(left_); } };
        concat(a);
        body: maxpool(2);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G359: (left: [3, 6, 4], right: [2, 4, 5], third: [3, 4, 5]) -> (c: [3, 6, 4], a: [2, 4, 5]) <
        from(left);
        end: seq { prelu; };
        again(end);
        a: seq { end: seq { from(end); concat { { body: again(end); }; { b: prelu; }; identity }; }; conv(9, 1, 3, padding = 1); from(right); };
        from(end);
        entry: seq { entry: conv_transpose(3, 3, 2, stride = 2); };
        c: { if 2 > 1 { silu; conv(3, 1, 2, stride = 2); } else { relu } b: elu; fork(1, 3); };
    >
}

cnn! {
    pub struct G360: (left: [3, 6, 4], right: [3, 6, 4], third: [2, 4, 5]) -> (end: [3, 6, 4], entry: [3, 6, 4]) <
        from(right);
        b: conv_transpose(3, 1, 2, stride = 2);
        a: batchnorm;
        entry: seq { from(right); };
        d: seq { entry: upsample(2); end: conv(3, 2, 1, bias = false); residual { leaky_relu; add(end); }; };
        end: seq { [again(entry); 2] };
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G361: (left: [1, 5, 6], right: [1, 5, 6]) -> (end: [5, 5, 6], entry: _) <
        left_: add(right, left);
        entry: like(left_);
        from(left);
        mul { identity; { again(entry.copy); skips(entry.copy, 1, 1); } };
        end: concat(left, entry.copy, _, right);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G362: (left: [3, 6, 6], right: [3, 6, 6]) -> (last: [3, 2, 2], end: [6, 6, 6]) <
        from(left);
        tanh;
        end: concat(_, right);
        entry: { conv(6, 2, 3, padding = 1); b: twice(2); from(left); };
        c: conv(3, 3, 3);
        again(c);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G363: (left: [1, 6, 4], right: [1, 6, 4]) -> (left_: [3, 6, 4], c: [3, 6, 4], last: [1, 6, 4]) <
        from(right);
        left_: seq { [conv(1, 1, 3, padding = 1); 2] from(left); fork(1, 3); };
        a: fork(3, 3);
        if 2 > 1 { add(_, a.right, a.left); c: again(a.right); } else { relu }
        conv(3, 1, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G364: (left: [1, 6, 4], right: [3, 6, 4]) -> (b: _, d: _, c_0: [3, 6, 4]) <
        from(right);
        end: leaky_relu;
        b: unit(3, 3);
        for i in 0..2 { "c_{i}": batchnorm; } for i in 0..2 { again("c_{2 - 1 - i}"); }
        left_: again(c_1);
        d: { conv(3, 3, 3, padding = 1); from(right); conv(3, 3, 3, padding = 1); };
    >
}

cnn! {
    pub struct G365: (left: [3, 4, 4]) -> (last: [3, 1, 1], entry: _) <
        c: { conv(3, 3, 2, stride = 2); };
        e: residual { end: again(c); } shortcut { from(end); };
        [silu; 3]
        entry: { upsample(2); from(e.end); };
        d: { conv(3, 3, 1, bias = false); };
        for i in 0..2 { "end_{i}": leaky_relu; } for i in 0..2 { again("end_{2 - 1 - i}"); }
        last: tanh;
    >
}

cnn! {
    pub struct G366: (left: [3, 6, 4], right: [3, 6, 4], third: [3, 6, 4]) -> (left_: [3, 3, 2], d: [3, 1, 1], entry: _) <
        from(right);
        left_: conv(3, 3, 2, stride = 2);
        "e": again(left_);
        entry: seq { from(e); };
        d: mul { identity; { conv(3, 3, 1, bias = false); } };
    >
}

cnn! {
    pub struct G367: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (b: _, a: [3, 5, 6], last: [3, 5, 6]) <
        from(left);
        b: add { { from(third); }; identity };
        end: again(b);
        elu;
        a: mul(left);
        from(right);
        add { { c: mul(left); }; identity };
        last: tanh;
    >
}

cnn! {
    pub struct G368: (left: [2, 6, 4], right: [1, 4, 5]) -> (left_: [3, 6, 4], body: [2, 6, 4], entry: [3, 6, 4]) <
        from(left);
        body: { body: conv(2, 2, 3, padding = 1); from(body); };
        left_: seq { b: again(body); "entry": conv(2, 3, 3, padding = 1); "body": softplus; };
        entry: mul(_, left_.body, left_);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G369: (left: [2, 4, 5], right: [3, 5, 6]) -> (last: _, entry: [9, 5, 6], left_: [3, 5, 6]) <
        from(right);
        "left_": prelu;
        entry: { a: seq { end: twice(3); from(right); again(end); }; concat { { again(a.end.second); again(a.end.body); }; identity; { "left_": again(a); } }; d: softplus; };
        maxpool(2);
        last: tanh;
    >
}

cnn! {
    pub struct G370: (left: [3, 6, 6], right: [3, 6, 6]) -> (a: _, end: [3, 6, 6]) <
        from(right);
        end: { from(left); };
        from(end);
        a: again(end);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G371: [2, 4, 4] -> (c: [3, 8, 8], left_: _) <
        twice(2);
        left_: { for i in 0..2 { "body_{i}": elu; } for i in 0..2 { again("body_{2 - 1 - i}"); } from(body_1); left_: { from(body_0); }; };
        from(left_.body_0);
        unit(2, 3);
        c: seq { body: { a: upsample(2); }; };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G372: (left: [2, 4, 5], right: [1, 6, 6]) -> (c: [1, 4, 4], last: _) <
        from(right);
        conv(1, 2, 3, padding = 1);
        mul { { end: softplus; again(end); }; { again(end); } };
        conv(2, 3, 3);
        fork(3, 1);
        c: again(end);
        residual { body: sigmoid; a: seq { batchnorm; }; };
        last: tanh;
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G373: (left: [3, 4, 5], right: [2, 4, 5], third: [1, 6, 4]) -> (d: [5, 4, 5], last: [10, 4, 5]) <
        from(right);
        entry: skips(left, 2, 2);
        c: { concat(entry.end, _, entry.conv1); from(entry.end); };
        conv(5, 2, 2, stride = 2);
        d: seq { end: seq { "c": like(entry.conv1); }; batchnorm; from(c); };
        if 2 > 1 { g: seq { a: seq { b: elu; }; concat { identity; { b: batchnorm; end: again(c); } }; }; } else { relu }
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G374: (left: [3, 6, 4], right: [3, 4, 5], third: [3, 6, 4]) -> (c: _, k: [3, 4, 5]) <
        from(right);
        from(right);
        concat { { body: seq { body: seq { left_: add(right, _); end: batchnorm; }; again(body.left_); a: batchnorm; }; d: again(body.body.left_); }; { left_: conv(3, 3, 1, bias = false); c: { body: again(body.body.left_); mul(d, _); }; }; { g: add(body.body); } };
        h: conv_transpose(9, 3, 2, stride = 2);
        [again(body.a); 3]
        end: softplus;
        k: seq { fork(3, 3); b: { a: { c: conv(3, 1, 3); upsample(2); from(d); }; from(left_); }; "end": again(b); };
    >
}

cnn! {
    pub struct G375: [1, 4, 5] -> (p: [2, 1, 1], z19: [1, 2, 2]) <
        b: mul { { "entry": conv(1, 2, 3, padding = 1); }; identity };
        conv(2, 1, 3);
        m: again(b.entry);
        from(m);
        conv(2, 1, 2, stride = 2);
        p: seq { body: upsample(2); a: again(m); "b": maxpool(2); };
        from(p.a);
        z19: conv(2, 1, 3, padding = 1);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G376: (left: [2, 4, 5], right: [2, 4, 5], third: [2, 6, 4]) -> (last: [1, 8, 10], left_: _, b: [1, 4, 5]) <
        from(right);
        from(right);
        b: fork(2, 1);
        left_: again(b.entry);
        upsample(2);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G377: (left: [2, 5, 6], right: [1, 5, 6], third: [2, 5, 6]) -> (b: _, f: _) <
        body: mul(left, right);
        left_: seq { concat(_, right); tanh; };
        d: seq { conv(3, 1, 3, padding = 1); b: like(left_); d: softplus; };
        b: fork(2, 1);
        from(third);
        again(b.entry);
        f: again(b.left);
    >
}

cnn! {
    pub struct G378: (left: [3, 6, 6], right: [3, 6, 6]) -> (last: [3, 6, 6], d: _) <
        from(right);
        from(right);
        from(left);
        h: { entry: add(right); };
        d: again(h.entry);
        g: seq { residual { conv(3, 3, 3, padding = 1); again(d); }; "body": again(d); };
        l: seq { "end": again(h.entry); };
        if 2 > 1 { n: add(h, _); } else { relu }
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G379: (left: [3, 6, 4]) -> (left_: [1, 5, 3], l: [2, 4, 2], a: [3, 6, 4]) <
        leaky_relu;
        a: conv(3, 3, 1, bias = false);
        c: { from(left); body: conv(3, 1, 3, padding = 1); };
        again(c);
        avgpool(2, 1);
        add { identity; { "left_": prelu; conv(1, 2, 3, padding = 1); } };
        h: twice(2);
        l: avgpool(2, 1);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G380: [3, 5, 6] -> (b: [1, 10, 12], last: [2, 10, 12]) <
        twice(3);
        b: { entry: conv_transpose(3, 2, 2, stride = 2); b: unit(2, 1); body: again(b.bn1); };
        silu;
        like(b.body);
        from(b);
        conv(1, 2, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    pub struct G381: (left: [1, 5, 6], right: [1, 4, 5], third: [1, 5, 6]) -> (last: _, c: [1, 5, 6]) <
        from(third);
        conv(1, 2, 3, padding = 1);
        c: { c: concat(left); from(third); d: mul { identity; { from(third); softplus; } }; };
        again(c.d);
        last: tanh;
    >
}

cnn! {
    pub struct G382: (left: [2, 5, 6], right: [2, 5, 6], third: [2, 5, 6]) -> (a: _, entry: _) <
        from(left);
        silu;
        entry: mul(third, right);
        c: seq { a: seq { [again(entry); 2] from(left); }; [conv(2, 2, 3); 2] end: batchnorm; };
        a: batchnorm;
    >
}

cnn! {
    pub struct G383: (left: [3, 6, 4], right: [3, 6, 4]) -> (left_: [4], last: _) <
        from(right);
        left_: fc(72, 4);
        fc(4, 3);
        from(right);
        c: seq { body: again(left_); };
        d: fc(4, 2);
        from(right);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G384: (left: [2, 5, 6], right: [2, 4, 5], third: [2, 5, 6]) -> (last: _, a: [2, 3, 4], left_: [2, 1, 2]) <
        from(left);
        add { { batchnorm; }; identity };
        a: { left_: seq { add(third); body: seq { avgpool(2, 1); entry: batchnorm; avgpool(2, 1); }; }; };
        left_: again(a.left_.body);
        add { identity; { residual { entry: twice(2); }; from(entry); } };
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G385: (left: [3, 4, 5], right: [1, 5, 6]) -> (left_: _, last: _, a: [2, 8, 10]) <
        from(left);
        a: conv_transpose(3, 2, 2, stride = 2);
        batchnorm;
        end: twice(2);
        left_: seq { softplus; if 2 > 1 { entry: add { { end: unit(2, 2); }; identity }; left_: again(entry); } else { relu } from(left_); };
        twice(2);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G386: (left: [3, 4, 4], right: [1, 4, 4]) -> (d: _, f: [2, 2, 2], entry: [3, 2, 2]) <
        from(left);
        leaky_relu;
        maxpool(2);
        entry: twice(3);
        d: again(entry);
        from(d.body);
        f: { b: { end: skips(entry.body, 3, 3); a: conv(6, 1, 1, bias = false); d: skips(entry.body, 1, 1); }; conv(4, 2, 3, padding = 1); };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G387: (left: [1, 4, 5], right: [1, 5, 6]) -> (a: [3, 2, 2], last: [2, 8, 8]) <
        from(left);
        end: fork(1, 3);
        d: conv(3, 3, 2, stride = 2);
        batchnorm;
        a: leaky_relu;
        f: conv_transpose(3, 2, 2, stride = 2);
        left_: again(end.entry);
        conv_transpose(2, 2, 2, stride = 2);
        last: tanh;
    >
}

cnn! {
    pub struct G388: (left: [3, 4, 5], right: [3, 6, 6], third: [3, 6, 6]) -> (b: [3, 6, 6], end: _) <
        from(right);
        end: seq { a: seq { mul(right, third, _); }; };
        [again(end.a); 3]
        prelu;
        b: again(end.a);
    >
}

cnn! {
    pub struct G389: (left: [2, 4, 4], right: [2, 4, 5]) -> (c: [2, 1, 1], last: [2, 2, 2], body_0: [2]) <
        from(left);
        entry: { b: maxpool(2); };
        c: seq { if 3 > 1 { left_: batchnorm; from(entry.b); } else { relu } from(entry.b); again(entry.b); };
        for i in 0..2 { "body_{i}": fc(2, 2); } for i in 0..2 { again("body_{2 - 1 - i}"); }
        from(entry);
        add { { conv(2, 1, 3, padding = 1); }; { f: avgpool(2, 1); } };
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G390: (left: [3, 4, 5], right: [3, 6, 6], third: [3, 4, 5]) -> (a: [3, 6, 6], last: [3, 6, 6]) <
        from(right);
        a: twice(3);
        end: again(a.body);
        elu;
        last: tanh;
    >
}

cnn! {
    pub struct G391: (left: [1, 6, 6], right: [1, 6, 6]) -> (f: [4, 6, 6], left_: _, b: _) <
        from(right);
        left_: conv(1, 2, 1, bias = false);
        body: concat(_, right, left);
        b: seq { batchnorm; };
        end: residual { batchnorm; from(body); };
        from(end);
        mul(left, right, body);
        f: { end: add(b); entry: batchnorm; c: again(b); };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G392: (left: [2, 6, 4], right: [2, 6, 4], third: [2, 6, 4]) -> (k: _, a: [2, 3, 2]) <
        from(right);
        end: softplus;
        from(left);
        conv(2, 2, 2, stride = 2);
        d: again(end);
        i_: conv(2, 2, 3, padding = 1);
        a: again(d);
        k: fork(2, 2);
    >
}

cnn! {
    pub struct G393: (left: [2, 4, 5], right: [3, 6, 4]) -> (body: _, b: [3, 8, 10]) <
        from(left);
        a: conv_transpose(2, 1, 2, stride = 2);
        b: seq { conv(1, 3, 1, bias = false); if 3 > 1 { [softplus; 3] } else { relu } c: leaky_relu; };
        from(a);
        from(b.c);
        avgpool(2, 1);
        body: again(b.c);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G394: (left: [3, 4, 5], right: [1, 4, 5]) -> (b: [1, 8, 10], body: [4, 6, 8]) <
        from(left);
        end: conv_transpose(3, 1, 2, stride = 2);
        f: avgpool(2, 1);
        from(end);
        batchnorm;
        b: { f: fork(1, 3); conv(3, 1, 3, padding = 1); };
        e: { if 3 > 1 { body: again(b.f.entry); } else { relu } from(b.f.entry); end: seq { from(b.f.left); left_: seq { add(b.f.right, _); left_: conv(3, 2, 3); }; a: again(b.f.entry); }; };
        body: concat(e.end.a, _);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G395: (left: [1, 6, 4], right: [1, 6, 4], third: [1, 6, 4]) -> (body: _, last: [1, 6, 4], a: _) <
        from(third);
        concat { identity; { b: { residual { from(right); entry: twice(1); }; from(third); }; }; { like(b); "body": fork(1, 2); } };
        a: seq { from(left); [again(b.entry.second); 3] };
        "left_": conv(1, 3, 2, stride = 2);
        entry: upsample(2);
        add(_, right);
        from(third);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G396: (left: [1, 5, 6], right: [1, 5, 6], third: [1, 5, 6]) -> (last: _, end: _) <
        from(left);
        body: seq { left_: batchnorm; };
        b: unit(1, 1);
        [again(body.left_); 3]
        "end": add(body, _);
        from(b);
        f: mul(end);
        from(b.bn1);
        last: tanh;
    >
}

cnn! {
    pub struct G397: (left: [2, 5, 6], right: [2, 5, 6]) -> (e: [4, 5, 6], left_: [4, 5, 6]) <
        body: concat(right, left);
        "c": conv(4, 3, 2, stride = 2);
        batchnorm;
        e: seq { a: again(body); end: again(a); };
        from(e);
        entry: silu;
        left_: elu;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G398: (left: [2, 4, 4], right: [2, 4, 5], third: [2, 4, 5]) -> (f: [2, 1, 1], body: [2, 4, 5]) <
        from(third);
        left_: seq { left_: concat(right); };
        again(left_);
        body: conv(6, 2, 3, padding = 1);
        conv(2, 3, 2, stride = 2);
        avgpool(2, 1);
        b: unit(3, 3);
        f: seq { conv(3, 2, 3, padding = 1); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G399: [3, 4, 5] -> (e: _, entry: [3, 4, 5]) <
        residual { elu; };
        residual { body: twice(3); from(body); };
        a: again(body);
        end: again(a.body);
        entry: leaky_relu;
        unit(3, 3);
        e: twice(3);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G400: (left: [3, 5, 6]) -> (c: _, end: [1, 5, 6]) <
        from(left);
        from(left);
        from(left);
        a: unit(3, 2);
        c: again(a.bn1);
        end: seq { leaky_relu; from(left); entry: conv(3, 1, 3, padding = 1); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G401: [1, 6, 4] -> (b: [2, 4, 2], a: [3, 5, 3], d: [3, 5, 3]) <
        twice(1);
        entry: seq { entry: { body: fork(1, 1); }; };
        b: seq { entry: skips(entry.entry.body.right, 1, 3); if 3 > 1 { left_: seq { d: conv(4, 3, 3); e: conv(3, 2, 3, padding = 1); twice(2); }; d: seq { end: again(entry.end); fc(16, 3); fc(3, 4); }; } else { relu } from(left_); };
        left_: seq { body: fc(16, 3); };
        from(entry.entry.body);
        f: seq { left_: avgpool(2, 1); again(entry); body: conv(1, 3, 1, bias = false); };
        a: seq { left_: twice(3); a: again(left_.second); };
        d: conv(3, 3, 3, padding = 1);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G402: (left: [3, 5, 6], right: [3, 4, 5], third: [3, 5, 6]) -> (body: _, last: [1, 8, 10], b: _) <
        from(right);
        twice(3);
        b: conv(3, 3, 3, padding = 1);
        again(b);
        [again(b); 2]
        batchnorm;
        body: upsample(2);
        conv(3, 1, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    pub struct G403: (left: [3, 6, 4], right: [1, 4, 5], third: [1, 6, 4]) -> (d: [3, 6, 4], c: _) <
        from(left);
        if 3 > 1 { b: { entry: batchnorm; conv(3, 2, 3, padding = 1); from(entry); }; conv(3, 3, 3); } else { relu }
        from(b.entry);
        d: add(b.entry, _);
        c: again(d);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G404: (left: [2, 4, 4], right: [3, 4, 5], third: [2, 4, 4]) -> (a: [9, 4, 5], body: [1, 4, 5], last: [3, 4, 5]) <
        from(right);
        a: concat { identity; { left_: prelu; e: elu; }; { c: seq { concat { { entry: again(left_); body: sigmoid; }; { prelu; concat(body, e, left_, _); } }; for i in 0..3 { "end_{i}": sigmoid; } for i in 0..3 { again("end_{3 - 1 - i}"); } from(e); }; from(left_); } };
        body: fork(9, 1);
        b: skips(a.left_, 1, 3);
        from(a.c);
        last: tanh;
    >
}

cnn! {
    pub struct G405: (left: [3, 4, 4], right: [3, 4, 4]) -> (entry: [3, 4, 4], end: _, last: [3, 4, 4]) <
        add(left, right);
        entry: mul(_, left);
        end: seq { from(right); again(entry); };
        from(left);
        last: tanh;
    >
}

cnn! {
    pub struct G406: (left: [2, 6, 6], right: [3, 6, 6]) -> (last: _, e: [3, 2, 2], end: [3, 4, 4]) <
        from(left);
        conv(2, 1, 3, padding = 1);
        a: seq { b: { concat { identity; { prelu; } }; from(right); left_: seq { end: batchnorm; again(end); }; }; body: conv(3, 3, 3); };
        [again(a.b); 3]
        "end": again(a);
        e: maxpool(2);
        f: again(a);
        from(f.b.left_);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G407: (left: [2, 5, 6]) -> (entry: [3, 5, 6], end: [3, 5, 6]) <
        entry: unit(2, 3);
        body: seq { from(entry.bn1); end: again(entry.bn1); c: like(end); };
        fc(90, 4);
        end: { a: fc(4, 4); from(body); from(body); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G408: (left: [1, 5, 6]) -> (entry: [1, 5, 6], end: [1, 5, 6], l: [1, 5, 6]) <
        entry: seq { from(left); a: prelu; };
        b: unit(1, 3);
        end: { end: again(entry); };
        like(entry.a);
        upsample(2);
        l: seq { "b": prelu; entry: { conv(1, 1, 3, padding = 1); left_: seq { from(end); }; like(entry.a); }; body: batchnorm; };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G409: (left: [1, 4, 4], right: [2, 4, 5]) -> (entry: [1, 2, 2], body: [1, 4, 4], a: [1, 1, 1]) <
        from(right);
        from(left);
        body: silu;
        entry: conv(1, 1, 3);
        "c": prelu;
        e: mul { identity; { add { { a: again(c); from(c); }; { from(a); } }; }; { entry: seq { body: { tanh; softplus; }; }; left_: add { { left_: again(a); }; { [again(a); 2] } }; } };
        "left_": like(e.left_.left_);
        a: conv(1, 1, 2, stride = 2);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G410: [1, 6, 6] -> (b: [1, 3, 3], end: [1, 1, 1], left_: _) <
        residual { b: seq { body: conv(1, 1, 2, stride = 2); [tanh; 3] }; from(b); } shortcut { again(b.body); };
        left_: seq { entry: residual { from(b); prelu; }; from(entry); };
        again(left_);
        skips(left_.entry, 1, 2);
        end: seq { from(left_); unit(1, 1); maxpool(2); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G411: [1, 6, 6] -> (entry: [1, 6, 6], last: _, c: [3, 6, 6]) <
        entry: seq { conv(1, 1, 3, padding = 1); add { { leaky_relu; }; { left_: batchnorm; batchnorm; }; { c: { from(left_); again(left_); }; } }; };
        body: again(entry);
        residual { left_: { again(body); left_: fork(1, 3); }; } shortcut { from(left_); };
        sigmoid;
        f: { a: tanh; };
        from(left_.left_.right);
        mul { identity; { g: seq { b: batchnorm; left_: conv(3, 1, 1, bias = false); entry: twice(1); }; like(left_.left_.entry); }; { c: add(left_.left_); } };
        add(f);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G412: (left: [2, 5, 6], right: [3, 5, 6]) -> (left_: _, a: _, last: [3, 5, 6]) <
        from(right);
        left_: { from(right); a: seq { body: seq { end: twice(3); c: again(end.body); }; end: again(body.c); }; };
        a: seq { end: add(left_.a.body.c); "a": again(left_.a); b: seq { batchnorm; residual { from(left_); }; }; };
        end: conv(3, 3, 1, bias = false);
        [again(a.a.body.end); 2]
        last: tanh;
    >
}

cnn! {
    pub struct G413: (left: [2, 4, 4], right: [2, 4, 4]) -> (i_: [3, 1, 1], left_: _) <
        from(right);
        residual { left_: conv(2, 3, 3, padding = 1); } shortcut { c: conv(2, 3, 3, padding = 1); };
        entry: conv(3, 3, 3);
        from(left);
        maxpool(2);
        b: avgpool(2, 1);
        again(left_);
        i_: seq { conv(3, 3, 3, padding = 1); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G414: [2, 6, 4] -> (l: _, n: [3], entry: [2, 12, 8]) <
        conv(2, 1, 3, padding = 1);
        left_: unit(1, 2);
        b: maxpool(2);
        batchnorm;
        concat { { e: unit(2, 2); }; { again(left_.bn1); } };
        n: fc(24, 3);
        l: { from(left_.conv1); upsample(2); "d": prelu; };
        entry: seq { end: silu; body: { [again(e); 3] entry: unit(2, 2); }; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G415: (left: [3, 4, 4], right: [3, 4, 4]) -> (b: _, d: [2, 4, 4], body: [2, 4, 4]) <
        from(right);
        b: seq { if 2 > 1 { end: seq { entry: twice(3); c: again(entry); concat(left); }; entry: seq { body: unit(6, 2); left_: concat(end); }; } else { relu } conv(8, 2, 2, stride = 2); };
        sigmoid;
        from(b);
        d: upsample(2);
        body: unit(2, 2);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G416: (left: [1, 4, 4], right: [3, 4, 4]) -> (left_: [2, 4, 4], e: _, c: [4, 4, 4]) <
        from(left);
        left_: conv(1, 2, 3, padding = 1);
        body: { from(right); };
        conv(3, 1, 3, padding = 1);
        fork(1, 1);
        e: skips(left_, 1, 2);
        c: again(e.end);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G417: (left: [3, 6, 4], right: [3, 6, 4]) -> (b: [3, 6, 4], last: [2, 6, 4]) <
        from(left);
        entry: unit(3, 3);
        a: seq { left_: again(entry.bn1); residual { end: again(entry.conv1); from(entry); c: sigmoid; }; };
        b: like(a);
        body: { from(entry); body: add(_, a.left_); };
        fork(3, 2);
        last: tanh;
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G418: (left: [2, 5, 6], right: [2, 5, 6]) -> (entry: _, end: _) <
        from(right);
        mul { { "entry": conv(2, 1, 3, padding = 1); mul { { if 3 > 1 { concat(right, _); } else { relu } }; identity }; }; { like(entry); }; { again(entry); batchnorm; } };
        conv(3, 3, 3, padding = 1);
        from(right);
        from(left);
        end: avgpool(2, 1);
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G419: (left: [3, 4, 4], right: [3, 4, 4]) -> (d: [1, 4, 4], entry: _) <
        from(right);
        from(left);
        end: skips(right, 3, 2);
        again(end.end);
        body: concat { identity; { end: concat { identity; { a: conv(5, 1, 3, padding = 1); } }; }; { again(end.a); } };
        d: conv(12, 1, 3, padding = 1);
        from(body.end);
        entry: like(end.end);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G420: (left: [1, 6, 4]) -> (c: _, body: _, left_: [1, 6, 4]) <
        left_: mul(left, _);
        again(left_);
        body: twice(1);
        again(body.body);
        c: { b: again(body); from(b); conv_transpose(1, 1, 2, stride = 2); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G421: (left: [1, 6, 6], right: [1, 6, 6]) -> (end: _, entry: _) <
        from(left);
        add(left, _);
        conv(1, 3, 2, stride = 2);
        end: twice(3);
        from(end.second);
        again(end.body);
        entry: twice(3);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G422: (left: [1, 4, 5], right: [1, 5, 6], third: [3, 5, 6]) -> (h: [3, 5, 6], last: [3, 5, 6]) <
        from(third);
        h: twice(3);
        a: again(h.second);
        mul(right);
        last: tanh;
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G423: (left: [1, 5, 6], right: [2, 5, 6]) -> (body: _, end: [3, 5, 6], c: [7, 5, 6]) <
        from(right);
        body: { from(left); maxpool(2); a: { from(left); from(right); }; };
        c: concat(_, body.a, body, left);
        end: seq { a: skips(right, 7, 2); again(a.end); "b": skips(left, 4, 2); };
    >
}

cnn! {
    pub struct G424: (left: [2, 5, 6]) -> (last: _, entry: [4]) <
        from(left);
        entry: { a: fc(60, 4); left_: seq { left_: add { { "b": fc(4, 3); left_: fc(3, 4); }; { from(left_); }; { tanh; } }; end: elu; from(a); }; d: sigmoid; };
        fc(4, 4);
        again(entry.left_.left_);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G425: (left: [1, 6, 6], right: [1, 6, 6], third: [1, 6, 6]) -> (g: [1, 3, 3], body: [1, 6, 6]) <
        body: mul(third, left);
        from(body);
        b: again(body);
        end: upsample(2);
        if 2 > 1 { left_: conv(1, 3, 3); } else { relu }
        g: seq { conv(3, 1, 3, padding = 1); b: { end: seq { b: fork(1, 2); elu; twice(2); }; c: unit(2, 3); if 3 > 1 { from(b); maxpool(2); } else { relu } }; };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G426: (left: [1, 6, 4], right: [2, 4, 5], third: [2, 6, 4]) -> (end: [2, 4, 4], last: [2, 4, 5]) <
        from(right);
        entry: maxpool(2);
        conv(2, 2, 1, bias = false);
        end: upsample(2);
        b: like(end);
        [again(entry); 3]
        c: seq { upsample(2); };
        from(right);
        last: tanh;
    >
}

cnn! {
    pub struct G427: [2, 4, 5] -> (i_: [2, 3, 4], end: [2, 3, 4]) <
        entry: mul { { residual { entry: seq { leaky_relu; end: conv(2, 2, 3, padding = 1); b: again(end); }; "c": again(entry); }; end: conv(2, 2, 1, bias = false); }; identity };
        a: seq { body: again(entry.c.b); };
        end: avgpool(2, 1);
        if 2 > 1 { left_: conv(2, 2, 3, padding = 1); from(entry.c); } else { relu }
        i_: again(end);
    >
}

cnn! {
    pub struct G428: [1, 4, 5] -> (a: _, k: [2, 7, 9], last: [2, 7, 9]) <
        upsample(2);
        a: conv(1, 2, 3, padding = 1);
        conv(2, 1, 2, stride = 2);
        b: seq { from(a); };
        again(b);
        k: avgpool(2, 1);
        [elu; 2]
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G429: (left: [1, 5, 6], right: [3, 5, 6]) -> (last: [2, 2, 3], body_1: [2, 2, 3], body_0: [2, 2, 3]) <
        from(right);
        concat { { mul(left, _); }; { left_: add(left, _, right); } };
        conv(6, 1, 3);
        if 2 > 1 { c: seq { a: seq { from(left_); end: unit(3, 2); }; [avgpool(2, 1); 3] }; for i in 0..3 { "body_{i}": prelu; } for i in 0..3 { again("body_{3 - 1 - i}"); } } else { relu }
        e: twice(2);
        if 3 > 1 { again(c.a.end.bn1); } else { relu }
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G430: (left: [1, 4, 5], right: [1, 6, 6], third: [1, 6, 6]) -> (a: [1, 6, 6], e: _, g: [1, 12, 12]) <
        from(third);
        conv(1, 3, 3, padding = 1);
        entry: conv(3, 1, 3, padding = 1);
        a: { end: mul(third); batchnorm; d: twice(1); };
        e: seq { a: again(a); c: seq { end: fork(1, 2); residual { end: unit(2, 3); batchnorm; again(a.end); } shortcut { from(end); }; }; };
        for i in 0..2 { "c_{i}": tanh; } for i in 0..2 { again("c_{2 - 1 - i}"); }
        g: conv_transpose(3, 1, 2, stride = 2);
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G431: (left: [1, 5, 6], right: [1, 5, 6]) -> (a: [2, 10, 12], last: [2, 5, 6], b: [2, 10, 12]) <
        from(right);
        prelu;
        left_: seq { entry: seq { maxpool(2); maxpool(2); a: add(right); }; if 3 > 1 { body: { again(entry); b: conv_transpose(1, 2, 2, stride = 2); }; } else { relu } };
        conv(2, 2, 1, bias = false);
        a: twice(2);
        residual { b: seq { from(left_.body); }; };
        conv(2, 2, 2, stride = 2);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G432: [3, 5, 6] -> (left_: [3, 2, 3], last: _, entry: [3, 4, 5]) <
        entry: avgpool(2, 1);
        again(entry);
        left_: again(entry);
        d: add(left_, _);
        f: seq { avgpool(2, 1); a: { batchnorm; body: { a: conv_transpose(3, 1, 2, stride = 2); d: again(left_); }; b: seq { body: batchnorm; left_: unit(1, 2); }; }; from(a); };
        conv(2, 1, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G433: (left: [2, 4, 4], right: [2, 4, 4]) -> (left_: _, body: [2, 8, 8], entry: _) <
        from(right);
        if 3 > 1 { from(left); entry: upsample(2); } else { relu }
        from(entry);
        body: { body: seq { from(entry); [avgpool(2, 1); 3] }; from(body); left_: { from(right); again(entry); from(entry); }; };
        a: again(body.left_);
        left_: twice(2);
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G434: (left: [2, 4, 4], right: [2, 4, 4]) -> (entry: [4, 4, 4], left_: _) <
        from(right);
        left_: { entry: mul(left, right, _); };
        softplus;
        d: again(left_.entry);
        from(right);
        c: batchnorm;
        concat(d);
        entry: seq { body: skips(right, 4, 2); };
    >
}

cnn! {
    pub struct G435: (left: [1, 4, 5], right: [3, 6, 6]) -> (c: [3, 8, 8], d: [3, 8, 8], b: [2, 6, 6]) <
        from(right);
        end: conv(3, 2, 3);
        c: conv_transpose(2, 3, 2, stride = 2);
        from(c);
        d: softplus;
        b: again(end);
    >
}

cnn! {
    pub struct G436: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (left_: _, b: [3, 5, 6]) <
        from(left);
        from(left);
        entry: { body: { tanh; from(right); }; entry: again(body); };
        b: add(_, entry.entry, entry, right);
        left_: batchnorm;
    >
}

cnn! {
    pub struct G437: (left: [1, 4, 5], right: [1, 6, 4], third: [3, 6, 4]) -> (c: [2, 4, 5], e: _) <
        from(left);
        silu;
        a: concat { { left_: prelu; }; identity };
        from(a);
        from(a.left_);
        again(a.left_);
        c: seq { add(a, left); };
        e: again(c);
    >
}

cnn! {
    pub struct G438: (left: [1, 4, 5]) -> (b: _, last: _, left_: _) <
        add(left, _);
        left_: seq { conv(1, 1, 3, padding = 1); };
        add(left_, _);
        from(left);
        from(left_);
        "b": again(left_);
        add(_, b, left, left_);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G439: (left: [2, 5, 6], right: [2, 5, 6], third: [2, 5, 6]) -> (b: [3, 8, 10], body: [2, 10, 12], e: [3, 4, 5]) <
        from(left);
        body: upsample(2);
        conv(2, 3, 3);
        residual { b: residual { residual { left_: conv(3, 3, 1, bias = false); b: again(left_); }; }; residual { add { { again(b.left_); }; identity }; i_: twice(3); }; };
        [elu; 2]
        conv(3, 3, 2, stride = 2);
        e: { entry: conv(3, 3, 3, padding = 1); };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G440: (left: [2, 6, 4], right: [2, 6, 4]) -> (d_0: _, d_1: _, last: _) <
        from(right);
        from(right);
        entry: conv(2, 3, 1, bias = false);
        fork(3, 3);
        for i in 0..2 { "d_{i}": tanh; } for i in 0..2 { again("d_{2 - 1 - i}"); }
        fork(3, 1);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G441: (left: [3, 4, 5], right: [3, 6, 4]) -> (body: [2, 4, 2], b: _, left_: [3, 6, 4]) <
        from(left);
        "b": conv(3, 2, 3);
        conv_transpose(2, 1, 2, stride = 2);
        from(right);
        left_: seq { b: seq { "b": upsample(2); from(b); }; left_: seq { unit(3, 2); from(right); }; };
        from(left_.b.b);
        body: seq { [again(left_.left_); 2] b: again(b); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G442: (left: [1, 5, 6], right: [2, 5, 6]) -> (last: _, entry_2: [1, 5, 6]) <
        from(left);
        b: twice(1);
        again(b.second);
        again(b);
        from(b);
        again(b.second);
        for i in 0..3 { "entry_{i}": batchnorm; } for i in 0..3 { again("entry_{3 - 1 - i}"); }
        last: tanh;
    >
}

cnn! {
    pub struct G443: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (last: [3, 1, 1], a: _) <
        from(third);
        [avgpool(2, 1); 3]
        [silu; 2]
        a: maxpool(2);
        residual { b: elu; "c": again(b); };
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G444: (left: [2, 4, 4], right: [2, 4, 5], third: [2, 4, 4]) -> (last: _, body: [2, 3, 4]) <
        from(right);
        if 3 > 1 { b: avgpool(2, 1); conv(2, 1, 3, padding = 1); } else { relu }
        body: seq { a: conv(1, 1, 2, stride = 2); from(right); body: again(b); };
        fork(2, 1);
        end: seq { again(body.body); };
        a: seq { body: { c: again(body); }; end: seq { b: again(b); end: conv(2, 2, 3, padding = 1); }; again(b); };
        from(a.end.b);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G445: (left: [2, 4, 5]) -> (last: _, b: [2, 4, 5]) <
        a: conv(2, 1, 3);
        fork(1, 1);
        upsample(2);
        from(left);
        entry: leaky_relu;
        b: again(entry);
        from(entry);
        last: tanh;
    >
}

cnn! {
    pub struct G446: (left: [2, 5, 6], right: [1, 5, 6], third: [1, 5, 6]) -> (b_2: [1, 5, 6], last: [2, 5, 6], b_1: [1, 5, 6]) <
        from(right);
        for i in 0..3 { "b_{i}": conv(1, 1, 1, bias = false); } for i in 0..3 { again("b_{3 - 1 - i}"); }
        end: seq { b: conv(1, 2, 3, padding = 1); };
        leaky_relu;
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G447: (left: [3, 4, 5], right: [1, 4, 4], third: [1, 4, 4]) -> (entry: [1, 1, 1], last: [1, 1, 1], b: _) <
        from(third);
        b: conv(1, 2, 2, stride = 2);
        entry: conv(2, 1, 2, stride = 2);
        f: seq { left_: unit(1, 1); };
        if 2 > 1 { body: { add { identity; { end: twice(1); }; { a: softplus; } }; }; g: again(f.left_.bn1); } else { relu }
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G448: [2, 4, 5] -> (c: [3, 8, 10], b: [3, 8, 10], entry: _) <
        b: conv_transpose(2, 3, 2, stride = 2);
        c: residual { left_: mul(b, _); entry: again(left_); "c": mul(_, b, left_); };
        from(c.entry);
        entry: seq { entry: seq { entry: seq { from(c.c); left_: like(c.c); unit(3, 2); }; from(entry.left_.copy); body: like(entry.left_); }; };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G449: (left: [1, 4, 4], right: [1, 4, 4]) -> (entry: [3, 2, 2], b: _) <
        from(right);
        a: seq { conv(1, 1, 2, stride = 2); residual { body: twice(1); }; a: prelu; };
        left_: again(a.a);
        entry: conv(1, 3, 3, padding = 1);
        body: seq { a: residual { body: tanh; }; conv(3, 3, 3, padding = 1); };
        b: { a: leaky_relu; left_: again(body.a.body); "entry": again(body); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G450: (left: [1, 6, 6], right: [1, 6, 6]) -> (a: _, last: [3, 3, 3]) <
        from(right);
        b: residual { from(left); };
        end: { b: skips(right, 1, 1); i_: softplus; l: silu; };
        entry: again(end.l);
        a: conv(2, 1, 2, stride = 2);
        left_: { a: conv(1, 3, 1, bias = false); d: unit(3, 2); from(b); };
        body: conv(1, 2, 2, stride = 2);
        from(left_.a);
        last: tanh;
    >
}

cnn! {
    pub struct G451: (left: [1, 4, 5], right: [2, 6, 6], third: [2, 4, 5]) -> (e: _, body: [1, 3, 4], left_: [2, 1, 1]) <
        from(right);
        left_: seq { left_: seq { body: { maxpool(2); a: upsample(2); maxpool(2); }; }; entry: again(left_); };
        from(left);
        body: avgpool(2, 1);
        e: seq { "b": conv(1, 3, 2, stride = 2); a: conv(3, 3, 3, padding = 1); };
    >
}

cnn! {
    pub struct G452: (left: [1, 6, 6], right: [1, 6, 6], third: [2, 6, 6]) -> (body: [1, 5, 5], d: [1, 5, 5]) <
        from(right);
        "body": avgpool(2, 1);
        b: seq { e: mul { { again(body); entry: seq { b: conv(1, 2, 3, padding = 1); entry: conv(2, 3, 1, bias = false); conv(3, 3, 3, padding = 1); }; }; { again(body); "c": batchnorm; } }; };
        d: { left_: { e: seq { from(b.e.entry.entry); from(body); }; }; a: tanh; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G453: [2, 5, 6] -> (a: _, b: _) <
        end: twice(2);
        body: concat(_, end.second);
        left_: seq { entry: conv(4, 3, 1, bias = false); a: conv(3, 3, 3, padding = 1); };
        again(body);
        conv(5, 1, 3, padding = 1);
        e: twice(1);
        b: { end: { from(e); entry: fork(1, 3); from(end.second); }; b: seq { a: twice(2); from(a.body); b: unit(2, 1); }; [leaky_relu; 2] };
        a: conv(1, 3, 3, padding = 1);
    >
}

cnn! {
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G454: (left: [3, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (b: _, end: [6, 5, 6]) <
        from(left);
        end: concat(third);
        again(end);
        b: seq { skips(left, 9, 2); conv(5, 3, 3); };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G455: (left: [3, 6, 6], right: [3, 6, 6]) -> (b: [3, 3, 3], entry: [3, 3, 3]) <
        from(left);
        b: seq { from(right); maxpool(2); };
        if 3 > 1 { from(b); } else { relu }
        mul { { again(b); a: again(b); }; { unit(3, 3); tanh; }; { body: softplus; } };
        entry: again(body);
    >
}

cnn! {
    pub struct G456: (left: [1, 4, 5], right: [1, 4, 5]) -> (end: _, a: _) <
        body: add(left, right);
        end: concat(left, right);
        b: add(_, end);
        from(right);
        from(right);
        from(b);
        a: again(b);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G457: (left: [1, 5, 6], right: [1, 5, 6], third: [1, 4, 5]) -> (last: _, entry: [3, 2, 3]) <
        from(right);
        residual { end: conv(1, 1, 2, stride = 2); } shortcut { a: again(end); };
        batchnorm;
        d: unit(1, 1);
        b: seq { [again(d.conv1); 2] };
        entry: fork(1, 3);
        fork(3, 1);
        add(d.bn1);
        last: tanh;
    >
}

cnn! {
    pub struct G458: (left: [1, 6, 6], right: [1, 6, 6]) -> (entry: [1, 6, 6], e: [1, 6, 6], body: [3, 3, 3]) <
        from(left);
        entry: batchnorm;
        a: concat { identity; { end: { left_: silu; entry: concat { { left_: mul(_, left, right); b: conv(1, 3, 3, padding = 1); }; { end: softplus; }; identity }; from(left_); }; from(end.entry.b); } };
        body: conv(4, 3, 2, stride = 2);
        e: seq { a: seq { from(entry); again(a.end.entry.b); for i in 0..3 { "left__{i}": softplus; } for i in 0..3 { again("left__{3 - 1 - i}"); } }; fc(108, 3); body: seq { from(left); a: again(a.left__0); }; };
    >
}

cnn! {
    pub struct G459: (left: [1, 6, 6], right: [2, 4, 5]) -> (body: _, b: _) <
        from(right);
        b: elu;
        [again(b); 2]
        maxpool(2);
        conv(2, 3, 3, padding = 1);
        again(b);
        body: avgpool(2, 1);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G460: (left: [3, 5, 6], right: [3, 4, 5]) -> (entry: [3, 4, 5], a: [3, 4, 5], last: [3, 4, 5]) <
        from(right);
        entry: { residual { left_: conv(3, 3, 3, padding = 1); c: fork(3, 3); }; d: batchnorm; e: mul(_, c.entry); };
        a: again(entry.c.entry);
        unit(3, 2);
        from(entry.c.left);
        again(entry.left_);
        from(entry.left_);
        mul(entry.e, _);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G461: (left: [1, 4, 4], right: [2, 4, 4]) -> (last: [3, 1, 1], h: [3, 1, 1]) <
        from(right);
        conv(2, 3, 1, bias = false);
        if 3 > 1 { end: maxpool(2); again(end); } else { relu }
        "entry": batchnorm;
        unit(3, 3);
        again(entry);
        h: conv(3, 3, 3, padding = 1);
        conv(3, 3, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G462: [1, 4, 5] -> (last: [6, 6, 8], body: [1, 12, 16], b: [1, 6, 8]) <
        body: { b: avgpool(2, 1); end: seq { "a": softplus; body: upsample(2); }; again(end.body); };
        left_: conv(1, 1, 3, padding = 1);
        maxpool(2);
        from(body.end);
        b: twice(1);
        g: seq { a: unit(1, 3); };
        concat(_, g.a);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G463: [1, 4, 5] -> (body: _, end: [1, 3, 4], last: [1, 4, 5]) <
        a: batchnorm;
        from(a);
        body: again(a);
        entry: twice(1);
        avgpool(2, 1);
        end: conv(1, 1, 3, padding = 1);
        e: batchnorm;
        from(a);
        last: tanh;
    >
}

cnn! {
    pub struct G464: (left: [3, 4, 5], right: [3, 4, 5], third: [3, 4, 4]) -> (body: [3, 4, 5], d: _, g: [2, 4, 5]) <
        from(right);
        body: seq { add(_, left); };
        left_: conv(3, 2, 3, padding = 1);
        g: softplus;
        from(third);
        conv(3, 2, 1, bias = false);
        d: seq { a: seq { conv(2, 3, 1, bias = false); again(g); maxpool(2); }; b: { body: seq { left_: conv(3, 2, 3, padding = 1); c: upsample(2); }; b: conv(2, 3, 3, padding = 1); }; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G465: [3, 4, 5] -> (c: [2, 8, 12], b: [2, 8, 12]) <
        left_: seq { entry: conv(3, 1, 3); c: seq { upsample(2); }; };
        from(left_);
        a: again(left_.c);
        c: seq { maxpool(2); c: unit(1, 2); d: again(a); };
        from(c.c);
        conv_transpose(2, 2, 2, stride = 2);
        b: batchnorm;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G466: (left: [3, 4, 5]) -> (left__0: [9, 4, 5], h: [1, 4, 5], c: [9, 4, 5]) <
        end: seq { from(left); a: { conv(3, 2, 1, bias = false); left_: seq { left_: unit(2, 2); from(left_.conv1); }; from(left_.left_.bn1); }; concat(a.left_.left_.bn1, left, _, a.left_.left_); };
        for i in 0..2 { "left__{i}": tanh; } for i in 0..2 { again("left__{2 - 1 - i}"); }
        c: mul(left__1, _, end);
        h: conv(9, 1, 3, padding = 1);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G467: (left: [2, 6, 4]) -> (left_: _, entry: [2, 2, 1]) <
        conv(2, 2, 2, stride = 2);
        entry: avgpool(2, 1);
        body: sigmoid;
        if 3 > 1 { from(left); a: seq { end: seq { again(entry); conv(2, 1, 3, padding = 1); }; }; } else { relu }
        unit(1, 3);
        e: twice(3);
        from(a);
        left_: seq { if 2 > 1 { end: { conv_transpose(1, 2, 2, stride = 2); again(a); a: again(body); }; } else { relu } elu; b: again(body); };
    >
}

cnn! {
    pub struct G468: (left: [1, 4, 4], right: [1, 4, 4], third: [1, 4, 4]) -> (body: _, d: [1, 4, 4]) <
        from(left);
        body: seq { add(_, third); mul { { from(right); }; { from(right); } }; };
        entry: again(body);
        from(right);
        d: prelu;
    >
}

cnn! {
    pub struct G469: (left: [3, 4, 5]) -> (b: [3, 4, 5], end: [3, 4, 5], a: [3, 4, 5]) <
        end: silu;
        from(left);
        conv(3, 3, 3);
        b: seq { from(end); };
        [again(end); 2]
        a: add(end, _);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G470: (left: [3, 6, 4], right: [3, 6, 4], third: [3, 6, 4]) -> (a: _, b: [1, 6, 4]) <
        from(left);
        from(third);
        left_: tanh;
        entry: conv(3, 2, 1, bias = false);
        b: conv(2, 1, 1, bias = false);
        end: seq { b: add(third, left); };
        a: seq { entry: mul { identity; { entry: again(end); } }; maxpool(2); b: fork(3, 1); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G471: (left: [2, 4, 5], right: [3, 4, 4]) -> (c: [3, 2, 2], end: [3, 8, 8], i_: _) <
        from(right);
        b: avgpool(2, 1);
        [again(b); 2]
        c: upsample(2);
        [again(c); 2]
        end: seq { left_: twice(3); c: conv(3, 1, 3, padding = 1); a: seq { from(left_.body); }; };
        from(end.a);
        i_: like(end.left_.body);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G472: (left: [3, 6, 6]) -> (b: [2, 6, 6], e: [2, 12, 12], last: [1, 12, 12]) <
        from(left);
        b: { if 3 > 1 { left_: conv_transpose(3, 2, 2, stride = 2); maxpool(2); } else { relu } h: upsample(2); conv(2, 2, 2, stride = 2); };
        e: { a: seq { a: seq { from(b); from(left); }; entry: fork(3, 1); e: add(a, entry.right, entry.left); }; from(b.left_); };
        from(b.h);
        h: again(e);
        conv(2, 1, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    pub struct G473: (left: [1, 5, 6], right: [1, 4, 5], third: [2, 4, 5]) -> (entry: _, last: [2, 8, 10], left_: [1, 8, 10]) <
        from(third);
        conv_transpose(2, 1, 2, stride = 2);
        entry: batchnorm;
        concat { { left_: again(entry); }; { conv(1, 1, 3, padding = 1); } };
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G474: (left: [2, 6, 4], right: [2, 6, 4], third: [2, 6, 4]) -> (b: _, last: _) <
        from(third);
        entry: twice(2);
        c: again(entry.second);
        b: conv(2, 3, 2, stride = 2);
        from(entry.body);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G475: [3, 5, 6] -> (body: _, g: [2, 1, 1]) <
        maxpool(2);
        body: conv(3, 1, 2, stride = 2);
        from(body);
        softplus;
        left_: seq { "entry": mul(body); };
        concat { identity; { batchnorm; }; { from(left_.entry); } };
        b: seq { a: seq { b: again(left_); c: silu; a: concat { { left_: like(b.entry); like(c); }; { twice(3); } }; }; d: conv(6, 2, 3, padding = 1); };
        g: batchnorm;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G476: (left: [1, 5, 6], right: [3, 5, 6], third: [3, 5, 6]) -> (end: [3, 5, 6], body: [3, 5, 6]) <
        from(right);
        end: add { identity; { end: mul(third); left_: again(end); }; { again(left_); } };
        left_: twice(3);
        conv(3, 3, 1, bias = false);
        body: again(left_.body);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G477: (left: [2, 4, 5], right: [1, 6, 6], third: [3, 6, 6]) -> (entry: [2, 3, 4], last: [2, 3, 4]) <
        from(left);
        entry: avgpool(2, 1);
        again(entry);
        b: mul { { add { identity; { entry: seq { entry: fork(2, 1); }; e: maxpool(2); }; { again(e); again(entry.entry.right); } }; }; { d: maxpool(2); } };
        again(b.entry.entry.entry);
        from(b.e);
        from(entry);
        [again(b.entry.entry.entry); 2]
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G478: (left: [1, 4, 5], right: [2, 4, 4]) -> (a: [2, 2, 2], last: [2, 1, 1], end: [3, 3, 3]) <
        from(right);
        fork(2, 3);
        end: avgpool(2, 1);
        body: { conv(3, 2, 3); };
        a: seq { upsample(2); };
        again(end);
        mul(body, _);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G479: (left: [1, 5, 6]) -> (entry: [3, 5, 6], body: [3, 5, 6], e: _) <
        entry: seq { add(left, _); body: unit(1, 3); };
        body: conv(3, 3, 3, padding = 1);
        from(entry.body.bn1);
        e: seq { a: seq { entry: seq { again(entry.body.bn1); avgpool(2, 1); }; b: upsample(2); e: seq { batchnorm; }; }; b: prelu; from(a.b); };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G480: (left: [1, 4, 5], right: [1, 6, 4]) -> (end_1: [1, 4, 5], end_0: [1, 4, 5], body: [1, 3, 4]) <
        from(left);
        for i in 0..2 { "end_{i}": silu; } for i in 0..2 { again("end_{2 - 1 - i}"); }
        like(end_1);
        body: seq { avgpool(2, 1); };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G481: (left: [3, 5, 6], right: [2, 5, 6]) -> (d: [1, 6, 8], last: [2, 6, 8]) <
        from(right);
        upsample(2);
        a: { if 2 > 1 { b: batchnorm; conv(2, 2, 3); } else { relu } };
        body: like(a);
        add { { again(a.b); from(body.copy); }; identity; { d: conv(2, 1, 3, padding = 1); } };
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G482: (left: [1, 4, 5], right: [2, 4, 4]) -> (body: [1, 2, 2], last: _) <
        from(left);
        a: seq { entry: { entry: conv(1, 3, 3, padding = 1); a: seq { end: conv(3, 1, 2, stride = 2); from(entry); c: batchnorm; }; again(a.c); }; d: again(entry.a); end: seq { end: again(d.c); left_: twice(3); e: unit(3, 1); }; };
        body: seq { maxpool(2); sigmoid; fork(1, 1); };
        maxpool(2);
        entry: conv(1, 3, 3, padding = 1);
        from(a.end.e);
        last: tanh;
    >
}

cnn! {
    pub struct G483: [3, 6, 4] -> (entry: [2, 6, 4], end: [2, 3, 2], last: [4, 6, 4]) <
        entry: conv(3, 2, 3, padding = 1);
        a: seq { concat(entry, _); a: seq { elu; }; };
        left_: conv(4, 2, 2, stride = 2);
        end: residual { body: again(a.a); from(a.a); entry: seq { from(body); }; };
        batchnorm;
        b: concat(end.body);
        from(a);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block like(part) { copy: again(part); leaky_relu }
    pub struct G484: (left: [3, 6, 6], right: [3, 6, 6], third: [1, 4, 5]) -> (last: [3, 4, 5], body: [2, 4, 5]) <
        from(third);
        concat { identity; { from(third); } };
        body: add { { a: seq { a: twice(2); entry: mul(_, a.second); }; body: again(a.a.body); }; identity; { d: like(a.a.body); } };
        unit(2, 3);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G485: [2, 6, 4] -> (entry: _, last: [1, 10, 6], d: _) <
        if 2 > 1 { upsample(2); } else { relu }
        residual { left_: residual { end: twice(2); a: elu; mul(end); }; };
        d: seq { a: { b: add { identity; { again(left_.a); }; { a: twice(2); from(left_.end.body); } }; conv(2, 3, 3, padding = 1); }; twice(3); };
        entry: { conv(3, 3, 3); };
        [batchnorm; 3]
        conv(3, 1, 3, padding = 1);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G486: (left: [3, 6, 6], right: [3, 6, 6]) -> (last: [2, 5, 5], entry: [3, 5, 5]) <
        from(left);
        entry: avgpool(2, 1);
        body: seq { entry: { b: seq { entry: conv(3, 2, 3, padding = 1); }; end: { b: conv(2, 2, 3, padding = 1); end: again(entry); body: fork(2, 3); }; a: maxpool(2); }; from(right); c: conv(3, 3, 3, padding = 1); };
        from(body.entry.b.entry);
        last: tanh;
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G487: [3, 4, 5] -> (last: [18], left_: [4]) <
        left_: seq { left_: seq { entry: upsample(2); from(entry); }; end: { left_: batchnorm; c: again(left_); a: seq { fork(3, 1); conv(1, 1, 2, stride = 2); c: fc(20, 4); }; }; };
        c: fc(4, 3);
        end: concat { { fc(3, 4); }; identity; { concat(left_.end.a, _, left_.end.a.c); } };
        "b": fc(18, 3);
        add { { f: seq { [leaky_relu; 3] "end": silu; from(b); }; }; { softplus; }; identity };
        body: tanh;
        from(end);
        last: tanh;
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G488: (left: [2, 6, 4], right: [2, 6, 4]) -> (a: [2, 6, 4], body: _) <
        from(right);
        add(_, left);
        entry: concat { identity; { body: mul(right, left, _); add(left); }; { entry: again(body); } };
        body: seq { entry: concat(entry, _); residual { end: seq { body: unit(12, 1); }; } shortcut { again(end.body.conv1); }; };
        silu;
        a: again(entry.body);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }
    pub struct G489: (left: [1, 6, 6], right: [3, 6, 6]) -> (end: [6, 6, 6], body: [3, 6, 6], left_: [3, 6, 6]) <
        from(right);
        b: skips(left, 3, 3);
        fork(4, 3);
        left_: leaky_relu;
        residual { a: seq { b: again(b.end); }; end: concat { { if 2 > 1 { entry: batchnorm; b: skips(b.conv1, 3, 2); } else { relu } body: seq { tanh; a: conv(5, 2, 1, bias = false); b: prelu; }; }; { conv(3, 1, 3, padding = 1); left_: conv(1, 2, 1, bias = false); }; { [again(a.b); 3] i_: seq { "a": batchnorm; from(body); }; } }; c: { conv(6, 2, 3, padding = 1); d: fork(2, 3); }; };
        f: { softplus; batchnorm; entry: conv(3, 3, 1, bias = false); };
        body: batchnorm;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G490: (left: [3, 4, 5], right: [2, 6, 4]) -> (end: [2, 2, 3], b: _, body: [2, 2, 3]) <
        from(left);
        end: conv(3, 2, 3);
        body: seq { entry: { mul { { twice(2); tanh; }; { b: conv(2, 2, 3, padding = 1); }; { batchnorm; mul(b, _); } }; a: seq { body: conv_transpose(2, 2, 2, stride = 2); a: again(b); upsample(2); }; from(b); }; };
        "b": again(body.entry.a);
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G491: (left: [3, 4, 4], right: [1, 4, 4]) -> (end: _, h: [3, 8, 8], b: [1, 4, 4]) <
        from(right);
        if 3 > 1 { end: conv(1, 1, 3, padding = 1); b: again(end); } else { relu }
        for i in 0..2 { "d_{i}": batchnorm; } for i in 0..2 { again("d_{2 - 1 - i}"); }
        e: fork(1, 1);
        g: again(e.entry);
        i_: conv_transpose(1, 3, 2, stride = 2);
        h: batchnorm;
    >
}

cnn! {
    pub struct G492: (left: [1, 4, 4], right: [1, 4, 4]) -> (c: [2, 2, 2], left_: [2, 2, 2]) <
        from(right);
        from(right);
        conv(1, 2, 3);
        b: mul { identity; { conv(2, 3, 3, padding = 1); left_: conv(3, 2, 2, stride = 2); } };
        left_: again(b);
        [softplus; 3]
        c: seq { mul { { b: { from(left); silu; from(b); }; }; identity }; b: again(left_); from(left_); };
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G493: (left: [3, 4, 4], right: [1, 4, 4], third: [1, 4, 4]) -> (end: [1, 2, 2], left_: [1, 2, 2]) <
        from(left);
        from(third);
        b: fc(16, 2);
        from(third);
        left_: seq { entry: { a: conv(1, 1, 3); }; end: twice(1); };
        end: seq { entry: { residual { fork(1, 1); body: elu; again(left_.end.second); }; d: { elu; from(third); }; }; c: again(left_); a: elu; };
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G494: [1, 4, 5] -> (c: [5], b: [5], last: [2]) <
        left_: { a: seq { unit(1, 2); fork(2, 2); a: fc(40, 4); }; "i_": fc(4, 2); };
        from(left_.a);
        silu;
        b: { b: seq { if 3 > 1 { "body": concat(left_.a, left_.a.a, left_.i_); } else { relu } left_: seq { leaky_relu; fc(14, 3); body: sigmoid; }; a: seq { body: again(left_.body); fc(3, 2); d: concat(left_, _); }; }; prelu; };
        c: prelu;
        body: { end: fc(5, 2); silu; };
        fc(2, 2);
        last: tanh;
    >
}

cnn! {
    block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }
    pub struct G495: (left: [2, 6, 4], right: [1, 6, 4]) -> (end: _, g: [2, 6, 4], last: _) <
        from(right);
        add { identity; { add { { add(_, right); end: mul { { a: concat(right, _); }; { twice(1); } }; }; identity }; d: seq { body: sigmoid; }; } };
        left_: seq { from(d.body); };
        mul { identity; { a: conv(2, 2, 3, padding = 1); "g": again(d.body); } };
        e: concat { identity; { body: seq { add(left, left_, d.body, _); }; end: prelu; } };
        from(end);
        sigmoid;
        conv(2, 1, 1, bias = false);
        last: tanh;
    >
}

cnn! {
    pub struct G496: (left: [1, 4, 4], right: [1, 4, 4]) -> (left_: _, end: _, entry: [1, 4, 4]) <
        from(left);
        entry: seq { mul(_, left); };
        [batchnorm; 3]
        if 3 > 1 { [again(entry); 2] end: conv(1, 3, 3, padding = 1); } else { relu }
        a: silu;
        [again(entry); 2]
        batchnorm;
        left_: conv(3, 3, 3, padding = 1);
    >
}

cnn! {
    block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }
    pub struct G497: (left: [3, 6, 6], right: [3, 6, 6], third: [3, 6, 6]) -> (left_: [2, 6, 6], end: [1, 6, 6], a: [3, 6, 6]) <
        from(right);
        batchnorm;
        from(right);
        if 3 > 1 { from(right); conv(3, 3, 1, bias = false); } else { relu }
        "a": prelu;
        left_: unit(3, 2);
        end: seq { body: again(left_.bn1); entry: conv(2, 1, 3, padding = 1); };
    >
}

cnn! {
    block like(part) { copy: again(part); leaky_relu }
    pub struct G498: (left: [2, 6, 6], right: [3, 6, 6]) -> (body: [2, 12, 12], k: [2, 12, 12], b: [2, 6, 6]) <
        from(left);
        body: seq { entry: upsample(2); end: residual { from(entry); }; };
        again(body.end);
        b: maxpool(2);
        "d": like(body.entry);
        residual { h: { again(body.end); }; e: again(h); };
        k: { sigmoid; body: add(_, body.end); };
    >
}

cnn! {
    block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }
    pub struct G499: (left: [1, 6, 4], right: [1, 6, 4], third: [1, 6, 4]) -> (last: [1, 6, 4], e: [3, 6, 4]) <
        from(right);
        a: seq { concat { { a: add(_, third); body: { entry: sigmoid; }; }; identity }; if 3 > 1 { "b": concat(third, left, _); } else { relu } };
        "end": fork(4, 1);
        e: again(a.b);
        from(right);
        from(end.right);
        conv_transpose(1, 1, 2, stride = 2);
        from(end);
        last: tanh;
    >
}

pub const CASES: &[Case] = &[
    Case { graph: G0::GRAPH, params: (200, G0::PARAMS), state: "end.b.body.0.weight:2x2x3x3 end.b.body.0.bias:2 c.weight:2x2x2x2 c.bias:2 e.weight:3x2x3x3 e.bias:3 f.conv1.weight:3x3x3x3 f.bn1.weight:3 f.bn1.bias:3 f.bn1.running_mean:3 f.bn1.running_var:3", outputs: &[("f", &[3, 6, 4], 8.28782438378e+01, 9.89166401473e+00), ("body", &[3, 6, 4], 1.84701410272e+01, -8.47208990020e-01), ("c", &[2, 3, 2], 1.79181566785e+00, 4.16129896152e-01)] },
    Case { graph: G1::GRAPH, params: (149, G1::PARAMS), state: "end.weight:4x16 end.bias:4 fc1.weight:2x4 fc1.bias:2 left_.weight:4x2 left_.bias:4 l.body.fc1.weight:4x4 l.body.fc1.bias:4 l.body.left_.end.weight:2x4 l.body.left_.end.bias:2 l.end.0.weight:2x4 l.end.0.bias:2 l.end.1.weight:2x2 l.end.1.bias:2 l.end.2.weight:2x2 l.end.2.bias:2 l.left_.weight:2x2 l.left_.bias:2 body.b.weight:1", outputs: &[("k", &[4], 7.39565302665e+00, 3.82019403233e+00), ("body", &[12], 7.13930796861e+00, 1.95404134634e+00)] },
    Case { graph: G2::GRAPH, params: (291, G2::PARAMS), state: "left_.entry.b.weight:2x2x3x3 left_.entry.b.bias:2 left_.entry.skips1.conv1.weight:2x2x3x3 left_.entry.skips1.conv1.bias:2 end.left_.weight:2x6x3x3 end.left_.bias:2 end.body.weight:1x2x3x3 end.body.bias:1 conv1.weight:2x4x3x3 conv1.bias:2 a.body.left.weight:1x1x1x1 a.body.left.bias:1 a.body.right.weight:1x1x3x3 a.body.right.bias:1", outputs: &[("left_", &[6, 4, 4], 9.52980949323e+01, 2.03294651084e-01), ("end", &[4, 4, 4], 6.25555801225e+01, 8.91790078682e+00), ("a", &[2, 2, 2], 3.92444085555e+00, 3.01989355261e-01)] },
    Case { graph: G3::GRAPH, params: (308, G3::PARAMS), state: "body.weight:3x2x3x3 body.bias:3 end.a.body.weight:2x3x3x3 end.a.body.bias:2 end.a.a_0.weight:6 end.a.a_0.bias:6 end.a.a_0.running_mean:6 end.a.a_0.running_var:6 end.a.a_1.weight:6 end.a.a_1.bias:6 end.a.a_1.running_mean:6 end.a.a_1.running_var:6 conv1.weight:3x6x3x3 conv1.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3", outputs: &[("body", &[3, 5, 6], 1.50069565775e+02, -2.50912628536e+00), ("last", &[3, 5, 6], 7.90899803042e+01, -3.09055025978e-02)] },
    Case { graph: G4::GRAPH, params: (62, G4::PARAMS), state: "a.0.weight:3x5x1x1 a.a.end.weight:5x2x2x2 a.a.end.bias:2 e.weight:1x5x1x1", outputs: &[("a", &[5, 4, 4], 7.78937352132e+01, 1.04593164942e-01), ("e", &[1, 4, 4], 5.45140699029e+00, 1.12099173649e+00), ("left_", &[5, 4, 4], 7.78937352132e+01, 1.04593164942e-01)] },
    Case { graph: G5::GRAPH, params: (141, G5::PARAMS), state: "a.weight:2x1x3x3 a.bias:2 body.weight:3x2x3x3 body.bias:3 fork1.left.weight:2x3x1x1 fork1.left.bias:2 fork1.right.weight:2x3x3x3 fork1.right.bias:2", outputs: &[("body", &[3, 6, 8], 4.22810741523e+02, -1.19755674486e+01), ("k", &[3, 6, 8], 7.01753654855e+02, 4.75687934979e+01)] },
    Case { graph: G6::GRAPH, params: (126, G6::PARAMS), state: "left_.0.conv1.weight:2x3x3x3 left_.0.conv1.bias:2 b.weight:2x3x2x2 b.bias:2 i_.left.weight:2x2x1x1 i_.left.bias:2 i_.right.weight:2x2x3x3 i_.right.bias:2", outputs: &[("i_", &[2, 2, 2], 6.90079405122e+00, 6.23370226099e-01), ("a", &[3, 4, 4], 2.14375451342e+01, 4.86527245399e-01), ("g", &[3, 4, 4], 4.28750902683e+01, 9.73054490797e-01)] },
    Case { graph: G7::GRAPH, params: (72, G7::PARAMS), state: "d.weight:5 d.bias:5 d.running_mean:5 d.running_var:5 body.left.weight:1x5x1x1 body.left.bias:1 body.right.weight:1x5x3x3 body.right.bias:1 conv1.weight:1x1x3x3 conv1.bias:1", outputs: &[("f", &[5, 6, 4], 1.16459342641e+02, -4.02658049196e+00), ("last", &[1, 6, 4], 8.45939470949e+00, 8.00308739667e-01), ("end", &[5, 6, 4], 1.29418051461e+02, 8.57579542494e+00)] },
    Case { graph: G8::GRAPH, params: (64, G8::PARAMS), state: "fork1.left.weight:2x3x1x1 fork1.left.bias:2 fork1.right.weight:2x3x3x3 fork1.right.bias:2", outputs: &[("a", &[3, 8, 10], 2.20568959814e+02, 6.32384554939e+00), ("e", &[3, 4, 5], 5.51422399534e+01, 4.16136028015e+00), ("c", &[3, 4, 5], 5.51422399534e+01, 4.16136028015e+00)] },
    Case { graph: G9::GRAPH, params: (0, G9::PARAMS), state: "", outputs: &[("last", &[4, 4, 4], 3.31471551988e+01, -5.61202487026e+00), ("d", &[2, 4, 4], 2.99862501808e+01, -1.06758032626e+00)] },
    Case { graph: G10::GRAPH, params: (180, G10::PARAMS), state: "body.weight:2x3x3x3 body.bias:2 unit1.conv1.weight:2x2x3x3 unit1.bn1.weight:2 unit1.bn1.bias:2 unit1.bn1.running_mean:2 unit1.bn1.running_var:2 entry.weight:2 entry.bias:2 entry.running_mean:2 entry.running_var:2 b.end.body.0.weight:2x2x3x3 b.end.body.0.bias:2 b.conv1.weight:2x2x3x3 b.conv1.bias:2 conv1.weight:2x2x1x1", outputs: &[("last", &[2, 2, 2], 1.14790840727e+01, -1.60918315983e+00), ("entry", &[2, 2, 2], 1.29344497012e+01, -1.57320874646e+00), ("body", &[2, 2, 2], 1.32346597550e+01, 2.94418053452e+00)] },
    Case { graph: G11::GRAPH, params: (240, G11::PARAMS), state: "end.0.weight:2x3x3x3 end.0.bias:2 e.end.conv1.weight:3x2x3x3 e.end.bn1.weight:3 e.end.bn1.bias:3 e.end.bn1.running_mean:3 e.end.bn1.running_var:3 g.weight:1x3x3x3 g.bias:1 h.a.entry.d.left.weight:3x3x1x1 h.a.entry.d.left.bias:3 h.a.entry.d.right.weight:3x3x3x3 h.a.entry.d.right.bias:3", outputs: &[("h", &[3, 1, 1], 5.99145549851e+00, -3.13462003769e+00), ("last", &[3, 2, 3], 1.87855042281e+01, 1.03589937336e+00), ("e", &[3, 2, 3], 2.61793619355e+01, 2.47407325688e+00)] },
    Case { graph: G12::GRAPH, params: (84, G12::PARAMS), state: "left_.weight:3x3x3x3 left_.bias:3", outputs: &[("left_", &[3, 3, 2], 1.83453363512e+01, 6.38918082776e-01), ("last", &[3, 3, 2], 1.15631495321e+01, -2.12790574804e+00)] },
    Case { graph: G13::GRAPH, params: (146, G13::PARAMS), state: "a.weight:3 a.bias:3 a.running_mean:3 a.running_var:3 entry.body.0.weight:3x3x3x3 entry.body.0.bias:3 c.body.entry.weight:2x3x3x3 c.body.entry.bias:2", outputs: &[("last", &[2, 5, 6], 5.50371463596e+01, 3.62563553118e+00), ("c", &[2, 5, 6], 7.13558722826e+01, 6.64162559053e+00), ("entry", &[3, 5, 6], 1.34494087971e+02, -2.69001512016e+00)] },
    Case { graph: G14::GRAPH, params: (1, G14::PARAMS), state: "left_.body.weight:1", outputs: &[("last", &[3, 4, 4], 2.90372531601e+01, 1.29861544613e+00), ("end", &[9, 4, 4], 8.47076895737e+01, -3.63874026042e-01)] },
    Case { graph: G15::GRAPH, params: (87, G15::PARAMS), state: "end.weight:3x1x1x1 a.weight:3x3x3x3 a.bias:3", outputs: &[("last", &[3, 1, 1], 2.67023849897e+00, -7.81565862241e-01), ("a", &[3, 1, 1], 3.08357863673e+00, -7.99672115650e-01)] },
    Case { graph: G16::GRAPH, params: (271, G16::PARAMS), state: "c.a.body.0.weight:3x3x3x3 c.a.body.0.bias:3 c.2.weight:3x2x2x2 c.2.bias:2 c.e.0.weight:2x2x3x3 c.e.0.bias:2 a.weight:1x2x3x3 a.bias:1 left_.weight:2x1x3x3 left_.bias:2 l.conv1.weight:2x2x3x3 l.bn1.weight:2 l.bn1.bias:2 l.bn1.running_mean:2 l.bn1.running_var:2 d.left.weight:2x2x1x1 d.left.bias:2 d.right.weight:2x2x3x3 d.right.bias:2", outputs: &[("d", &[2, 10, 12], 7.47143868478e+01, 3.46900347399e+00), ("left_", &[2, 10, 12], 1.10951494155e+02, 2.60620419062e+00), ("a", &[1, 10, 12], 1.35703092631e+02, 1.74413464252e+00)] },
    Case { graph: G17::GRAPH, params: (0, G17::PARAMS), state: "", outputs: &[("last", &[3, 6, 6], 5.79803550620e+00, 3.23924820731e-02), ("c", &[3, 6, 6], 1.15893572995e+01, 5.05365800159e-02), ("body", &[3, 6, 6], 6.94251198613e+01, 5.06393820778e-02)] },
    Case { graph: G18::GRAPH, params: (32, G18::PARAMS), state: "a.b.end.conv1.weight:1x2x3x3 a.b.end.bn1.weight:1 a.b.end.bn1.bias:1 a.b.end.bn1.running_mean:1 a.b.end.bn1.running_var:1 c.weight:2x1x2x2 c.bias:2 conv1.weight:1x2x1x1", outputs: &[("c", &[2, 2, 2], 7.68141767096e+00, 1.23772716290e+00), ("i_", &[2, 2, 2], 6.39606425112e+00, 1.52255266238e+00)] },
    Case { graph: G19::GRAPH, params: (38, G19::PARAMS), state: "body.b.body.0.weight:2x2x3x3 body.b.body.0.bias:2", outputs: &[("end", &[6, 3, 3], 2.50077203534e+01, 2.61487911812e-01), ("body", &[2, 3, 3], 4.62414942471e+00, -7.39200556386e-01), ("a", &[2, 3, 3], 8.38222908648e+00, -4.03291169123e-01)] },
    Case { graph: G20::GRAPH, params: (83, G20::PARAMS), state: "entry.left_.weight:1 left_.weight:3x2x3x3 left_.bias:3 end.entry.weight:1x2x3x3 end.entry.bias:1 conv1.weight:2x3x1x1", outputs: &[("last", &[3, 6, 6], 9.26740718848e+01, 4.50219331056e+00), ("e", &[3, 6, 6], 9.36925628668e+01, -5.65503212641e+00)] },
    Case { graph: G21::GRAPH, params: (58, G21::PARAMS), state: "end.weight:1x3x3x3 end.bias:1 f.weight:3x1x3x3 f.bias:3", outputs: &[("left_", &[3, 6, 6], 1.09587283677e+02, 3.79201627577e+00), ("f", &[3, 5, 5], 1.55321488586e+02, -5.35561135259e+00)] },
    Case { graph: G22::GRAPH, params: (46, G22::PARAMS), state: "conv1.weight:2x2x3x3 conv1.bias:2 e.end.0.weight:2x2x1x1 e.b.0.weight:2 e.b.0.bias:2 e.b.0.running_mean:2 e.b.0.running_var:2", outputs: &[("body", &[2, 3, 2], 1.49378321925e+01, 2.45381138276e+00), ("e", &[2, 3, 2], 6.52190125677e+00, 1.70840513700e+00)] },
    Case { graph: G23::GRAPH, params: (142, G23::PARAMS), state: "body.body.0.weight:3x3x3x3 body.body.0.bias:3 unit1.conv1.weight:2x3x3x3 unit1.bn1.weight:2 unit1.bn1.bias:2 unit1.bn1.running_mean:2 unit1.bn1.running_var:2", outputs: &[("last", &[2, 4, 5], 2.29244704308e+01, -5.10456011770e-01), ("body", &[3, 4, 5], 6.23689023027e+01, 1.14323736212e+01), ("end", &[3, 4, 5], 7.48283801690e+01, 9.30871591719e+00)] },
    Case { graph: G24::GRAPH, params: (86, G24::PARAMS), state: "body.weight:2x3x1x1 conv1.weight:3x2x1x1 z20.0.b.entry.weight:2x4x3x3 z20.0.b.entry.bias:2", outputs: &[("z20", &[4, 6, 6], 7.40685132592e+01, 4.22535165276e+00), ("i_", &[3, 6, 6], 1.02586372368e+02, -4.74980942971e+00)] },
    Case { graph: G25::GRAPH, params: (206, G25::PARAMS), state: "body.weight:2x1x3x3 body.bias:2 conv1.weight:3x2x3x3 conv1.bias:3 left_.conv1.weight:3x3x3x3 left_.conv1.bias:3 entry.end.bn1.weight:4 entry.end.bn1.bias:4 entry.end.bn1.running_mean:4 entry.end.bn1.running_var:4 conv2.weight:1x4x2x2 conv2.bias:1 end.c.weight:1 end.a.b_0.weight:1 end.a.b_0.bias:1 end.a.b_0.running_mean:1 end.a.b_0.running_var:1 end.a.b_1.weight:1 end.a.b_1.bias:1 end.a.b_1.running_mean:1 end.a.b_1.running_var:1 end.a.body.weight:1x1x2x2 end.a.body.bias:1 a.body.0.weight:1x1x3x3 a.body.0.bias:1", outputs: &[("a", &[1, 2, 2], 3.19333607746e+00, -8.94196243430e-01), ("left_", &[4, 4, 5], 1.00768082471e+02, 9.78025191232e+00)] },
    Case { graph: G26::GRAPH, params: (161, G26::PARAMS), state: "b.0.weight:1x2x3x3 b.0.bias:1 a.entry.b.body.conv1.weight:3x1x3x3 a.entry.b.body.conv1.bias:3 a.a.left_.a.weight:2x4x3x3 a.a.left_.a.bias:2 a.a.left_.d.body.0.weight:2x2x3x3 a.a.left_.d.body.0.bias:2", outputs: &[("a", &[2, 4, 4], 9.83978264533e+00, 4.94246391247e-01), ("d", &[9, 4, 4], 1.37335587561e+02, -1.12663305428e+00), ("b", &[1, 4, 4], 1.89177504924e+01, 1.56454243150e+00)] },
    Case { graph: G27::GRAPH, params: (420, G27::PARAMS), state: "b.body.left.weight:3x1x1x1 b.body.left.bias:3 b.body.right.weight:3x1x3x3 b.body.right.bias:3 b.d.a.left_.weight:4x72 b.d.a.left_.bias:4 fc1.weight:4x4 fc1.bias:4 fc2.weight:4x4 fc2.bias:4 fc3.weight:4x4 fc3.bias:4 c.b.1.weight:2x4 c.b.1.bias:2 body.a.0.weight:4x2 body.a.0.bias:4 body.a.entry.b.weight:2x4 body.a.entry.b.bias:2", outputs: &[("d", &[4], 1.74815401308e+00, -1.14788549252e-01), ("last", &[2], 3.10036067413e+00, 2.83093890557e-01)] },
    Case { graph: G28::GRAPH, params: (73, G28::PARAMS), state: "conv1.weight:3x2x2x2 conv1.bias:3 b.weight:3x2x2x2 b.bias:2 entry.conv1.weight:1x2x3x3 entry.bn1.weight:1 entry.bn1.bias:1 entry.bn1.running_mean:1 entry.bn1.running_var:1", outputs: &[("a", &[2, 8, 12], 2.54530401216e+02, -1.18642251332e+01), ("last", &[1, 8, 12], 1.37567838203e+02, 2.36854892053e+00), ("b", &[2, 4, 6], 6.36326003041e+01, 4.93153298313e+00)] },
    Case { graph: G29::GRAPH, params: (0, G29::PARAMS), state: "", outputs: &[("last", &[2, 6, 6], 5.14256003099e+01, -2.53268627470e+00), ("entry", &[1, 6, 6], 1.42386992703e+01, 1.28638986198e+00)] },
    Case { graph: G30::GRAPH, params: (73, G30::PARAMS), state: "end.b.weight:2 end.b.bias:2 end.b.running_mean:2 end.b.running_var:2 a.0.weight:1x2x3x3 a.0.bias:1 a.entry.weight:1x1x3x3 a.entry.bias:1 a.left_.entry.conv1.weight:2x2x3x3 a.left_.entry.bn1.weight:2 a.left_.entry.bn1.bias:2 a.left_.entry.bn1.running_mean:2 a.left_.entry.bn1.running_var:2", outputs: &[("end", &[2, 6, 6], 7.57408104392e+01, 9.97255881502e+00), ("last", &[2, 12, 12], 2.77310435111e+02, -7.77183410369e+00), ("a", &[2, 12, 12], 3.57240187904e+02, -1.08693581252e+00)] },
    Case { graph: G31::GRAPH, params: (122, G31::PARAMS), state: "left_.conv1.weight:2x2x3x3 left_.bn1.weight:2 left_.bn1.bias:2 left_.bn1.running_mean:2 left_.bn1.running_var:2 end.0.left.weight:2x2x1x1 end.0.left.bias:2 end.0.right.weight:2x2x3x3 end.0.right.bias:2 end.entry.body.body.conv1.weight:2x2x3x3 end.entry.body.body.conv1.bias:2", outputs: &[("end", &[4, 4, 5], 6.60178446064e+01, -1.05470907055e+00), ("last", &[2, 4, 5], 4.73980661110e+01, -6.07133989423e+00)] },
    Case { graph: G32::GRAPH, params: (124, G32::PARAMS), state: "conv1.weight:2x3x3x3 conv1.bias:2 left_.a.body.0.weight:2x2x3x3 left_.a.body.0.bias:2 left_.bn1.weight:2 left_.bn1.bias:2 left_.bn1.running_mean:2 left_.bn1.running_var:2 left_.bn2.weight:2 left_.bn2.bias:2 left_.bn2.running_mean:2 left_.bn2.running_var:2 left_.bn3.weight:2 left_.bn3.bias:2 left_.bn3.running_mean:2 left_.bn3.running_var:2 d.entry.b.weight:2x2x2x2 d.entry.b.bias:2", outputs: &[("left_", &[2, 10, 12], 5.43436254315e+02, -2.94613552108e+01), ("d", &[2, 5, 6], 8.62481955856e+02, 3.16905343011e+01), ("last", &[2, 5, 6], 1.12811364397e+02, 2.90600666105e+00)] },
    Case { graph: G33::GRAPH, params: (236, G33::PARAMS), state: "body.c.body.0.weight:2x2x3x3 body.c.body.0.bias:2 d.body.weight:3x2x3x3 d.body.bias:3 d.conv1.weight:2x3x3x3 d.conv1.bias:2 d.e.left_.left.weight:1x3x1x1 d.e.left_.left.bias:1 d.e.left_.right.weight:1x3x3x3 d.e.left_.right.bias:1 d.e.end.unit1.conv1.weight:3x1x3x3 d.e.end.unit1.bn1.weight:3 d.e.end.unit1.bn1.bias:3 d.e.end.unit1.bn1.running_mean:3 d.e.end.unit1.bn1.running_var:3 c.b.weight:2x1x3x3 c.b.bias:2", outputs: &[("c", &[2, 2, 2], 1.19512231600e+01, 1.28189376864e+00), ("body", &[2, 6, 6], 7.52638260712e+01, -1.76655595540e+00), ("d", &[1, 2, 2], 3.46639662601e+00, 7.62165784982e-01)] },
    Case { graph: G34::GRAPH, params: (130, G34::PARAMS), state: "a.conv1.weight:2x6x3x3 a.bn1.weight:2 a.bn1.bias:2 a.bn1.running_mean:2 a.bn1.running_var:2 conv1.weight:2x2x2x2 conv1.bias:2", outputs: &[("last", &[2, 3, 3], 1.06319443441e+01, 1.56504725442e+00), ("a", &[2, 6, 6], 9.07780005672e+01, -1.06501152661e+01)] },
    Case { graph: G35::GRAPH, params: (4, G35::PARAMS), state: "bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 end.0.entry.end.weight:1 end.0.entry.end.bias:1 end.0.entry.end.running_mean:1 end.0.entry.end.running_var:1", outputs: &[("end", &[1, 4, 4], 7.44320499166e+01, -6.07210246712e+00), ("entry", &[1, 4, 4], 4.65287770329e+00, -7.89923213469e-01)] },
    Case { graph: G36::GRAPH, params: (319, G36::PARAMS), state: "end.0.weight:3x3x3x3 end.0.bias:3 end.a_0.weight:3x3x3x3 end.a_0.bias:3 end.a_1.weight:3x3x3x3 end.a_1.bias:3 left_.conv1.weight:1x3x3x3 left_.bn1.weight:1 left_.bn1.bias:1 left_.bn1.running_mean:1 left_.bn1.running_var:1 f.b.weight:1 f.b.bias:1 f.b.running_mean:1 f.b.running_var:1 fork1.left.weight:3x1x1x1 fork1.left.bias:3 fork1.right.weight:3x1x3x3 fork1.right.bias:3", outputs: &[("last", &[3, 12, 8], 2.29912716249e+02, 7.30597224966e-01), ("f", &[1, 12, 8], 1.99165075691e+02, -2.63519402716e+00), ("end", &[3, 6, 4], 1.92353627174e+02, -8.65187928658e+00)] },
    Case { graph: G37::GRAPH, params: (388, G37::PARAMS), state: "body.0.b.weight:3 body.0.b.bias:3 body.0.b.running_mean:3 body.0.b.running_var:3 body.0.conv1.weight:2x3x3x3 body.0.conv1.bias:2 body.1.weight:3x8x3x3 body.1.bias:3 a.weight:1x3x3x3 a.bias:1 end.0.weight:3x4 end.0.bias:3 end.entry.end.entry.weight:3x3 end.entry.end.entry.bias:3 fc1.weight:3x3 fc1.bias:3 prelu1.weight:1 d.weight:3x3x2x2 d.bias:3", outputs: &[("g", &[3, 4, 4], 4.96047618816e+01, -6.09653609379e+00), ("a", &[1, 2, 2], 3.09741694523e+00, -6.60656762517e-01), ("last", &[3, 4, 4], 6.46035621508e+01, -5.65361591695e+00)] },
    Case { graph: G38::GRAPH, params: (448, G38::PARAMS), state: "c.body.0.weight:7x7x3x3 c.body.0.bias:7", outputs: &[("entry", &[7, 6, 6], 2.13986029054e+02, -3.31849144576e+00), ("end", &[3, 6, 6], 9.85821703509e+01, -5.84915359725e+00)] },
    Case { graph: G39::GRAPH, params: (117, G39::PARAMS), state: "left_.conv1.weight:3x1x3x3 left_.bn1.weight:3 left_.bn1.bias:3 left_.bn1.running_mean:3 left_.bn1.running_var:3 entry.body.0.weight:3x3x3x3 entry.body.0.bias:3", outputs: &[("entry", &[3, 5, 6], 1.28910068978e+02, -5.49055604476e+00), ("last", &[3, 5, 6], 1.31568317664e+02, -9.54849548043e+00), ("c_0", &[3, 5, 6], 9.34496282506e+01, -4.47281240019e+00)] },
    Case { graph: G40::GRAPH, params: (478, G40::PARAMS), state: "a.b.weight:2x1x2x2 a.b.bias:1 fc1.weight:4x64 fc1.bias:4 end.body.weight:3x3x3x3 end.body.bias:3 entry.0.weight:2x1x3x3 entry.0.bias:2 entry.1.weight:3x2x3x3 entry.1.bias:3 d.0.weight:1x3x3x3 d.0.bias:1 left_.weight:2x1x3x3 left_.bias:2", outputs: &[("left_", &[2, 6, 6], 5.02142263124e+01, 1.94798393087e+00), ("d", &[1, 6, 6], 2.63508963809e+01, 1.65868967834e+00), ("end", &[1, 8, 8], 7.68525041986e+01, 2.26473831463e+00)] },
    Case { graph: G41::GRAPH, params: (42, G41::PARAMS), state: "left_.conv1.weight:2x2x3x3 left_.conv1.bias:2 a.weight:2x2x1x1", outputs: &[("end", &[2, 2, 2], 9.26400515982e+00, -1.41567969926e+00), ("g", &[2, 2, 2], 1.27500279970e+01, -3.78776041470e+00)] },
    Case { graph: G42::GRAPH, params: (72, G42::PARAMS), state: "entry.body.0.weight:1x1x3x3 entry.body.0.bias:1 conv1.weight:3x1x3x3 conv1.bias:3 f.a.left.weight:1x3x1x1 f.a.left.bias:1 f.a.right.weight:1x3x3x3 f.a.right.bias:1", outputs: &[("last", &[1, 3, 2], 9.44224105261e+00, -1.47579290718e+00), ("f", &[1, 3, 2], 1.32409485685e+01, 2.19258747920e+00)] },
    Case { graph: G43::GRAPH, params: (32, G43::PARAMS), state: "b.weight:2x1x2x2 b.bias:1 entry_0.weight:1x1x1x1 entry_1.weight:1x1x1x1 entry_2.weight:1x1x1x1 e.weight:2x1x3x3 e.bias:2", outputs: &[("last", &[1, 12, 8], 3.60342728631e+01, 4.41036357717e-01), ("c", &[1, 12, 8], 1.01261246640e+02, 1.22380119437e+00)] },
    Case { graph: G44::GRAPH, params: (30, G44::PARAMS), state: "conv1.weight:1x1x3x3 conv1.bias:1 conv2.weight:1x1x3x3 conv2.bias:1 conv3.weight:1x1x3x3 conv3.bias:1", outputs: &[("a", &[1, 4, 5], 3.08753823112e+00, 8.20906097063e-01), ("entry", &[1, 3, 4], 1.62473980571e+00, -4.93012739456e-01), ("last", &[1, 4, 5], 1.17076934735e+00, -1.94380308318e-01)] },
    Case { graph: G45::GRAPH, params: (23, G45::PARAMS), state: "b.0.weight:1 b.0.bias:1 b.0.running_mean:1 b.0.running_var:1 b.1.end.conv1.weight:1x1x3x3 b.1.end.bn1.weight:1 b.1.end.bn1.bias:1 b.1.end.bn1.running_mean:1 b.1.end.bn1.running_var:1 conv1.weight:2x1x2x2 conv1.bias:2", outputs: &[("left_", &[1, 4, 4], 3.99094684612e+00, 1.50798519584e+00), ("last", &[1, 4, 4], 1.29606837326e+01, -1.16911886050e+00), ("b", &[1, 4, 4], 1.93263442186e+01, -9.86384546567e-01)] },
    Case { graph: G46::GRAPH, params: (70, G46::PARAMS), state: "d.weight:2x1x2x2 d.bias:2 fork1.left.weight:1x2x1x1 fork1.left.bias:1 fork1.right.weight:1x2x3x3 fork1.right.bias:1 l.body.body.0.weight:2x2x3x3 l.body.body.0.bias:2", outputs: &[("last", &[2, 1, 2], 4.66016106886e+00, -9.22225946249e-01), ("d", &[2, 1, 2], 3.66436910037e+00, 1.12800538504e+00), ("e", &[2, 1, 2], 2.65819965137e+00, -4.17089136649e-01)] },
    Case { graph: G47::GRAPH, params: (0, G47::PARAMS), state: "", outputs: &[("entry", &[3, 5, 6], 8.63409317229e+01, 5.98743405574e+00), ("b", &[5, 5, 6], 1.44196192678e+02, 8.08775018517e+00)] },
    Case { graph: G48::GRAPH, params: (119, G48::PARAMS), state: "d.end.1.weight:1 d.end.1.bias:1 d.end.1.running_mean:1 d.end.1.running_var:1 d.end.2.weight:3x1x1x1 d.c.conv1.weight:3x1x3x3 d.c.conv1.bias:3 conv1.weight:3x3x3x3 conv1.bias:3", outputs: &[("last", &[3, 4, 5], 6.81274425427e+01, 9.98981874109e+00), ("body", &[1, 4, 5], 8.44744783951e+00, 1.30018436727e+00)] },
    Case { graph: G49::GRAPH, params: (26, G49::PARAMS), state: "body.weight:3x2x2x2 body.bias:2", outputs: &[("h", &[2, 10, 12], 1.53588985314e+03, -3.28125758976e+01), ("end", &[2, 10, 12], 3.49127725101e+02, -7.81617551240e+00)] },
    Case { graph: G50::GRAPH, params: (60, G50::PARAMS), state: "conv1.weight:2x2x3x3 conv1.bias:2 body.left.weight:1x2x1x1 body.left.bias:1 body.right.weight:1x2x3x3 body.right.bias:1", outputs: &[("b_0", &[2, 6, 6], 1.60338794886e+02, -1.58501215768e+00), ("last", &[2, 6, 6], 1.39571206848e+02, 2.33890370818e+00)] },
    Case { graph: G51::GRAPH, params: (42, G51::PARAMS), state: "b.end.bn1.weight:2 b.end.bn1.bias:2 b.end.bn1.running_mean:2 b.end.bn1.running_var:2 twice1.body.0.weight:2x2x3x3 twice1.body.0.bias:2", outputs: &[("entry", &[2, 4, 4], 2.44263197142e+01, -3.03979526702e-01), ("last", &[2, 4, 4], 2.18863988271e+01, -3.54254997963e-01), ("left_", &[2, 4, 4], 2.44263197142e+01, -3.03979526702e-01)] },
    Case { graph: G52::GRAPH, params: (446, G52::PARAMS), state: "body.bn1.weight:3 body.bn1.bias:3 body.bn1.running_mean:3 body.bn1.running_var:3 entry.e.end.weight:3x3x3x3 entry.e.end.bias:3 entry.2.weight:2x3x3x3 entry.2.bias:2 f.weight:3x2x1x1 h.weight:3x3x2x2 h.bias:3 l.b.body.conv1.weight:3x3x3x3 l.b.body.bn1.weight:3 l.b.body.bn1.bias:3 l.b.body.bn1.running_mean:3 l.b.body.bn1.running_var:3 l.entry.body.0.weight:3x3x3x3 l.entry.body.0.bias:3 a.body.weight:3x3x3x3 a.body.bias:3", outputs: &[("a", &[3, 1, 1], 3.02797311544e+00, 8.99673514185e-01), ("l", &[3, 1, 1], 2.86688273134e+00, 3.76059392162e-01), ("entry", &[2, 2, 3], 1.62798332537e+01, 2.90909651414e+00)] },
    Case { graph: G53::GRAPH, params: (0, G53::PARAMS), state: "", outputs: &[("e", &[3, 6, 6], 8.07328849801e+01, -1.99951355102e+00), ("body", &[3, 6, 6], 8.07328849801e+01, -1.99951355102e+00)] },
    Case { graph: G54::GRAPH, params: (109, G54::PARAMS), state: "conv1.weight:1x1x3x3 conv1.bias:1 entry.weight:1x1x3x3 entry.bias:1 b.a.end.conv1.weight:1x2x3x3 b.a.end.bn1.weight:1 b.a.end.bn1.bias:1 b.a.end.bn1.running_mean:1 b.a.end.bn1.running_var:1 b.fc1.weight:2x20 b.fc1.bias:2 b.b.weight:4x2 b.b.bias:4 b.end.0.weight:3x4 b.end.0.bias:3", outputs: &[("b", &[3], 1.95562994818e+00, 4.90015087889e-01), ("entry", &[1, 6, 4], 2.57706017944e+01, -3.80964528550e-01), ("last", &[3], 1.71701033081e+00, 4.29580445466e-01)] },
    Case { graph: G55::GRAPH, params: (117, G55::PARAMS), state: "entry.weight:1x1x3x3 entry.bias:1 end.conv1.weight:2x1x3x3 end.bn1.weight:2 end.bn1.bias:2 end.bn1.running_mean:2 end.bn1.running_var:2 c.b.weight:3x2x3x3 c.b.bias:3 e.0.a.weight:1x3x3x3 e.0.a.bias:1", outputs: &[("e", &[4, 4, 5], 1.18322303508e+02, -7.97933817091e+00), ("c", &[3, 4, 5], 9.10531259150e+01, -5.26510536845e+00), ("entry", &[1, 4, 5], 2.09141391413e+01, -7.40377565015e-01)] },
    Case { graph: G56::GRAPH, params: (136, G56::PARAMS), state: "b.weight:3x2x2x2 b.bias:2 end.0.weight:3x2x2x2 end.0.bias:3 left_.weight:3x2x2x2 left_.bias:3 d.weight:2x3x3x3 d.bias:2", outputs: &[("d", &[2, 6, 6], 1.42824780192e+02, 1.67367948087e+01), ("end", &[2, 12, 12], 3.63428628699e+02, -1.19135117706e+01)] },
    Case { graph: G57::GRAPH, params: (99, G57::PARAMS), state: "b.weight:3x24 b.bias:3 end.weight:2x3 end.bias:2 d.entry.0.weight:1 f.b.end.left_.weight:3x4 f.b.end.left_.bias:3", outputs: &[("b", &[3], 3.60807389712e+00, 1.52334188997e+00), ("f", &[2], 3.73958994395e+00, -8.15167658574e-02)] },
    Case { graph: G58::GRAPH, params: (15, G58::PARAMS), state: "a.weight:3x3x1x1 h.b.weight:2x3x1x1", outputs: &[("entry", &[3, 8, 10], 1.99791045812e+02, -4.87534886181e+00), ("h", &[2, 3, 4], 1.06435437100e+00, 4.15703461119e-02), ("o", &[3, 7, 9], 8.42438733889e+01, -8.56180938418e+00)] },
    Case { graph: G59::GRAPH, params: (114, G59::PARAMS), state: "c.conv1.weight:2x2x3x3 c.bn1.weight:2 c.bn1.bias:2 c.bn1.running_mean:2 c.bn1.running_var:2 conv1.weight:2x4x3x3 conv1.bias:2", outputs: &[("body", &[4, 6, 6], 1.21235369425e+02, 9.72018957092e+00), ("f", &[4, 6, 6], 1.25482017814e+02, 4.46426267308e+00)] },
    Case { graph: G60::GRAPH, params: (270, G60::PARAMS), state: "body.left_.weight:3x3x1x1 body.c.body.0.weight:3x3x3x3 body.c.body.0.bias:3 conv1.weight:3x3x2x2 conv1.bias:3 entry.conv1.weight:1x3x3x3 entry.conv1.bias:1 conv2.weight:3x3x3x3 conv2.bias:3 left_.weight:3x2x2x2 left_.bias:2", outputs: &[("left_", &[2, 12, 12], 3.60227759820e+02, 9.52965124824e-01), ("body", &[3, 6, 6], 7.85452414181e+01, 1.13135572635e+00)] },
    Case { graph: G61::GRAPH, params: (272, G61::PARAMS), state: "a.weight:2x15x3x3 a.bias:2", outputs: &[("last", &[3, 4, 5], 7.44577031358e+01, 2.96314032355e+00), ("c", &[3, 4, 5], 8.09407459338e+00, 8.99350834786e-01)] },
    Case { graph: G62::GRAPH, params: (74, G62::PARAMS), state: "a.2.fork1.left.weight:3x1x1x1 a.2.fork1.left.bias:3 a.2.fork1.right.weight:3x1x3x3 a.2.fork1.right.bias:3 end.weight:2x1x3x3 end.bias:2 b.0.weight:2x2x2x2 b.0.bias:2", outputs: &[("e", &[2, 1, 1], 9.42169189366e-01, -2.01429772523e-01), ("body", &[1, 4, 4], 2.25575598423e+01, 3.61608922660e+00), ("a", &[4, 4, 4], 8.28321522282e+01, -1.11748858301e+01)] },
    Case { graph: G63::GRAPH, params: (56, G63::PARAMS), state: "b.weight:2x3x3x3 b.bias:2", outputs: &[("last", &[2, 10, 12], 2.11533645164e+02, -4.82098120885e+00), ("b", &[2, 4, 5], 4.63895623175e+01, 1.91922991311e+00)] },
    Case { graph: G64::GRAPH, params: (138, G64::PARAMS), state: "entry.b.conv1.weight:2x2x3x3 entry.b.bn1.weight:2 entry.b.bn1.bias:2 entry.b.bn1.running_mean:2 entry.b.bn1.running_var:2 entry.a.body.0.weight:2x2x3x3 entry.a.body.0.bias:2 unit1.conv1.weight:3x2x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3", outputs: &[("entry", &[2, 8, 10], 3.43645816836e+02, 1.17111630688e+01), ("last", &[2, 4, 5], 3.40425504845e+01, -1.25464477114e+00)] },
    Case { graph: G65::GRAPH, params: (208, G65::PARAMS), state: "left_.entry.b.bn1.weight:2 left_.entry.b.bn1.bias:2 left_.entry.b.bn1.running_mean:2 left_.entry.b.bn1.running_var:2 left_.1.left.weight:3x2x1x1 left_.1.left.bias:3 left_.1.right.weight:3x2x3x3 left_.1.right.bias:3 a.0.body.bn1.weight:3 a.0.body.bn1.bias:3 a.0.body.bn1.running_mean:3 a.0.body.bn1.running_var:3 a.1.skips1.conv1.weight:1x3x3x3 a.1.skips1.conv1.bias:1 e.weight:1x9x3x3 e.bias:1 g.weight:1 g.bias:1 g.running_mean:1 g.running_var:1 body.end_0.weight:1x1x3x3 body.end_0.bias:1 body.end_1.weight:1x1x3x3 body.end_1.bias:1", outputs: &[("e", &[1, 1, 1], 1.52048801637e+00, 3.45272620621e-01), ("body", &[1, 1, 1], 6.63998564468e-01, 1.68329377716e-01), ("left_", &[3, 3, 3], 1.22861377746e+01, 1.32053705325e+00)] },
    Case { graph: G66::GRAPH, params: (0, G66::PARAMS), state: "", outputs: &[("last", &[2, 2, 2], 1.36397689684e+01, 1.97301675720e+00), ("e", &[2, 4, 4], 7.41137785641e+01, 3.33282287319e+00)] },
    Case { graph: G67::GRAPH, params: (129, G67::PARAMS), state: "end.entry.entry.weight:1 end.entry.entry.bias:1 end.entry.entry.running_mean:1 end.entry.entry.running_var:1 end.left_.body.weight:3x1x3x3 end.left_.body.bias:3 d.end.weight:3x1x2x2 d.end.bias:1 i_.body.0.weight:3x3x3x3 i_.body.0.bias:3", outputs: &[("i_", &[3, 6, 6], 1.24449001330e+02, 1.03079428368e+01), ("end", &[3, 2, 2], 1.01314183490e+01, 1.25595358596e+00), ("last", &[3, 6, 6], 9.10121599355e+01, 6.83005789068e+00)] },
    Case { graph: G68::GRAPH, params: (0, G68::PARAMS), state: "", outputs: &[("entry", &[3, 4, 5], 3.52994723285e+01, 1.14568196122e+00), ("b", &[3, 4, 5], 3.52994723285e+01, 1.14568196122e+00)] },
    Case { graph: G69::GRAPH, params: (32, G69::PARAMS), state: "b.left_.left.weight:1x2x1x1 b.left_.left.bias:1 b.left_.right.weight:1x2x3x3 b.left_.right.bias:1 a.weight:1x1x3x3 a.bias:1", outputs: &[("end", &[1, 10, 10], 5.63179320269e+01, -2.42869091802e+00), ("body", &[1, 10, 10], 1.31612702648e+02, -2.51161087996e+00)] },
    Case { graph: G70::GRAPH, params: (123, G70::PARAMS), state: "body.entry.weight:1 body.body.fork1.left.weight:3x2x1x1 body.body.fork1.left.bias:3 body.body.fork1.right.weight:3x2x3x3 body.body.fork1.right.bias:3 body.b.weight:2x3x3x3 body.b.bias:2", outputs: &[("b", &[3, 5, 6], 3.05717405229e+01, 1.47399265502e+00), ("last", &[3, 5, 6], 7.49979105244e+01, -7.85762083041e-01), ("d", &[3, 5, 6], 3.05569409207e+01, 1.47285067732e+00)] },
    Case { graph: G71::GRAPH, params: (54, G71::PARAMS), state: "end.weight:2x20 end.bias:2 c.end.weight:4x2 c.end.bias:4", outputs: &[("d", &[4], 1.18558899863e+01, -1.08867079462e+00), ("last", &[4], 7.41819292883e+00, -1.08196081429e-01)] },
    Case { graph: G72::GRAPH, params: (13, G72::PARAMS), state: "end.6.left.weight:1x1x1x1 end.6.left.bias:1 end.6.right.weight:1x1x3x3 end.6.right.bias:1 conv1.weight:1x1x1x1", outputs: &[("end", &[1, 5, 6], 4.12235068437e+01, 1.90019835406e-01), ("b", &[1, 5, 6], 3.82137470160e-01, -4.91245892593e-03)] },
    Case { graph: G73::GRAPH, params: (0, G73::PARAMS), state: "", outputs: &[("c", &[2, 6, 4], 4.86498868661e+01, -2.55738631984e+00), ("entry", &[2, 6, 4], 4.86498868661e+01, -2.55738631984e+00)] },
    Case { graph: G74::GRAPH, params: (10, G74::PARAMS), state: "end.conv1.weight:1x1x3x3 end.conv1.bias:1", outputs: &[("last", &[4, 4, 4], 5.91000387357e+01, -6.84629054835e+00), ("end", &[4, 4, 4], 7.09482829426e+01, -1.01438531989e+01)] },
    Case { graph: G75::GRAPH, params: (124, G75::PARAMS), state: "end.body.0.weight:3x3x3x3 end.body.0.bias:3 c.b.weight:2x1x2x2 c.b.bias:2 b.weight:2x2x2x2 b.bias:2 fc1.weight:4x2 fc1.bias:4", outputs: &[("b", &[2, 1, 1], 7.22069582701e+00, 3.35234140918e-01), ("d", &[4], 5.36223367148e+00, -1.46067097421e+00), ("end", &[3, 4, 4], 3.16157404753e+01, -2.00093265287e+00)] },
    Case { graph: G76::GRAPH, params: (22, G76::PARAMS), state: "end.body.left_.weight:2x1x3x3 end.body.left_.bias:2 end.b.weight:1x2x1x1", outputs: &[("b", &[2, 5, 6], 3.79537575387e+01, 3.28343725709e+00), ("body", &[2, 5, 6], 8.78367058957e+01, -1.00787535067e+01)] },
    Case { graph: G77::GRAPH, params: (31, G77::PARAMS), state: "b.left_.weight:1x2x2x2 b.left_.bias:1 b.body.conv1.weight:2x1x3x3 b.body.bn1.weight:2 b.body.bn1.bias:2 b.body.bn1.running_mean:2 b.body.bn1.running_var:2", outputs: &[("b", &[2, 2, 2], 4.15752493875e+00, -1.91367710227e+00), ("e", &[4, 4, 4], 4.01040603321e+01, -2.16937806440e+00), ("body", &[2, 4, 4], 8.04468036989e+00, -8.37749549263e-01)] },
    Case { graph: G78::GRAPH, params: (111, G78::PARAMS), state: "conv1.weight:3x4x3x3 conv1.bias:3", outputs: &[("b", &[2, 4, 4], 1.68523681654e+01, -7.10199908424e-01), ("last", &[3, 4, 4], 4.32482372391e+01, 4.08665832984e+00)] },
    Case { graph: G79::GRAPH, params: (84, G79::PARAMS), state: "end.1.weight:2x2x2x2 end.1.bias:2 end.a.conv1.weight:1x2x3x3 end.a.bn1.weight:1 end.a.bn1.bias:1 end.a.bn1.running_mean:1 end.a.bn1.running_var:1 left_.body.weight:2x1x3x3 left_.body.bias:2 left_.1.weight:1 left_.2.weight:1 left_.3.weight:1 b.weight:2 b.bias:2 b.running_mean:2 b.running_var:2 conv1.weight:1x2x3x3 conv1.bias:1", outputs: &[("c", &[2, 12, 8], 2.66084682770e+01, -4.57978820172e-01), ("last", &[1, 10, 6], 1.84581147619e+01, -6.43279963243e-01), ("b", &[2, 12, 8], 3.18308538482e+02, -3.81979541278e+00)] },
    Case { graph: G80::GRAPH, params: (270, G80::PARAMS), state: "conv1.weight:3x9x3x3 conv1.bias:3 f.end.weight:1x9x1x1 f.d.weight:1x1x3x3 f.d.bias:1 h.weight:1x1x2x2 h.bias:1", outputs: &[("h", &[1, 12, 8], 4.59924749877e+01, 9.10698361583e-01), ("f", &[1, 6, 4], 2.88085158668e+01, -1.85428564895e+00)] },
    Case { graph: G81::GRAPH, params: (38, G81::PARAMS), state: "end.body.0.weight:2x2x3x3 end.body.0.bias:2", outputs: &[("d", &[2, 4, 4], 1.64160904494e+01, -7.44673587264e-01), ("last", &[2, 4, 4], 8.70620046563e+00, -3.81502030673e-01)] },
    Case { graph: G82::GRAPH, params: (181, G82::PARAMS), state: "left_.c.body.entry.weight:3x1x3x3 left_.c.body.entry.bias:3 left_.b.weight:3x11x2x2 left_.b.bias:3 conv1.weight:3x3x1x1 c.body.weight:1x3x1x1 c.entry.weight:2x1x1x1 e.weight:1x2x1x1", outputs: &[("e", &[1, 3, 2], 1.96181823822e+00, -3.06367430653e-01), ("entry", &[3, 3, 2], 1.51268299558e+01, 2.44206705908e+00), ("c", &[2, 3, 2], 2.80609714038e+00, -4.46713989069e-01)] },
    Case { graph: G83::GRAPH, params: (97, G83::PARAMS), state: "a.left_.conv1.weight:1x1x3x3 a.left_.conv1.bias:1 k.weight:3x3x3x3 k.bias:3 conv1.weight:1x3x1x1", outputs: &[("a", &[3, 5, 5], 2.31938482691e+01, 6.50369565809e-01), ("last", &[1, 3, 3], 1.24900775261e+01, 2.19099968505e+00)] },
    Case { graph: G84::GRAPH, params: (86, G84::PARAMS), state: "body.end.body.weight:2 body.end.body.bias:2 body.end.body.running_mean:2 body.end.body.running_var:2 body.end.c.weight:1 g.weight:1x4x3x3 g.bias:1 e.end.c.entry.weight:1x2x2x2 e.end.c.entry.bias:1 e.end.c.c.weight:1x1x3x3 e.end.c.c.bias:1 e.end.c.2.weight:1 e.end.c.2.bias:1 e.end.c.2.running_mean:1 e.end.c.2.running_var:1 e.c.weight:1x1x1x1 e.left_.conv1.weight:2x1x3x3 e.left_.bn1.weight:2 e.left_.bn1.bias:2 e.left_.bn1.running_mean:2 e.left_.bn1.running_var:2", outputs: &[("b", &[2, 4, 5], 8.59149614967e+01, 8.72021331573e+00), ("body", &[2, 4, 5], 8.61146831416e+01, 8.73143975191e+00), ("e", &[2, 2, 2], 9.78938957560e+00, -5.36464298048e-01)] },
    Case { graph: G85::GRAPH, params: (0, G85::PARAMS), state: "", outputs: &[("body", &[3, 1, 1], 4.29438701880e+00, 3.05345235118e-01), ("end", &[3, 3, 2], 2.31980074520e+01, 2.46910842373e+00)] },
    Case { graph: G86::GRAPH, params: (93, G86::PARAMS), state: "conv_transpose1.weight:1x2x2x2 conv_transpose1.bias:2 a.0.conv1.weight:2x1x3x3 a.0.conv1.bias:2 a.0.b.weight:2x2x3x3 a.0.b.bias:2 a.0.conv_transpose1.weight:1x3x2x2 a.0.conv_transpose1.bias:3 b.weight:1x1x3x3 b.bias:1", outputs: &[("b", &[1, 2, 2], 4.31141329257e+00, 1.55814260782e+00), ("end", &[1, 4, 4], 1.47522114734e+01, -1.38841016388e+00)] },
    Case { graph: G87::GRAPH, params: (90, G87::PARAMS), state: "body.weight:3 body.bias:3 body.running_mean:3 body.running_var:3 entry.body.0.weight:3x3x3x3 entry.body.0.bias:3", outputs: &[("entry", &[3, 4, 4], 8.73268174209e+01, 7.19436746195e+00), ("body", &[3, 4, 4], 6.50997935166e+01, 6.12415848915e+00), ("a", &[3, 4, 4], 7.61014517794e+01, 8.49136539651e+00)] },
    Case { graph: G88::GRAPH, params: (58, G88::PARAMS), state: "b.weight:3x2x3x3 b.bias:3 c.c.entry.left_.weight:1", outputs: &[("last", &[9, 6, 4], 2.39076458565e+02, -3.77790679202e+00), ("b", &[3, 6, 4], 8.21661639401e+01, 1.96244507613e-01), ("c", &[9, 6, 4], 3.31259805922e+02, -1.21141691577e+00)] },
    Case { graph: G89::GRAPH, params: (254, G89::PARAMS), state: "entry.b.weight:3x3x3x3 entry.b.bias:3 entry.a.entry.weight:1x3x3x3 entry.a.entry.bias:1 entry.a.b.weight:3x1x3x3 entry.a.b.bias:3 b.left_.left.weight:1x3x1x1 b.left_.left.bias:1 b.left_.right.weight:1x3x3x3 b.left_.right.bias:1 g.weight:1x1x2x2 g.bias:1 l.body.0.weight:1x1x3x3 l.body.0.bias:1 conv1.weight:2x3x3x3 conv1.bias:2 end.weight:2x1x2x2 end.bias:1", outputs: &[("end", &[1, 4, 6], 5.69513810488e+01, -9.17235077183e-01), ("entry", &[3, 2, 3], 6.22451213372e+01, -6.13379366201e+00)] },
    Case { graph: G90::GRAPH, params: (241, G90::PARAMS), state: "fork1.left.weight:2x1x1x1 fork1.left.bias:2 fork1.right.weight:2x1x3x3 fork1.right.bias:2 body.weight:3x2x1x1 c.0.left.weight:2x3x1x1 c.0.left.bias:2 c.0.right.weight:2x3x3x3 c.0.right.bias:2 c.1.weight:1x2x3x3 c.1.bias:1 c.2.twice1.body.0.weight:1x1x3x3 c.2.twice1.body.0.bias:1 c.2.body.entry.weight:4x24 c.2.body.entry.bias:4 c.2.a_0.weight:2x2x1x1 c.2.a_1.weight:2x2x1x1 c.2.a_2.weight:2x2x1x1 end.weight:2x3x1x1", outputs: &[("body", &[3, 6, 4], 2.51279100663e+01, -3.89335650471e-01), ("end", &[2, 6, 4], 1.68419507821e+01, 4.97822932151e-01)] },
    Case { graph: G91::GRAPH, params: (50, G91::PARAMS), state: "e.1.body.left_.conv1.weight:2x2x3x3 e.1.body.left_.conv1.bias:2 e.1.body.c.left.weight:1x1x1x1 e.1.body.c.left.bias:1 e.1.body.c.right.weight:1x1x3x3 e.1.body.c.right.bias:1", outputs: &[("b", &[2, 4, 5], 1.96068754697e+01, 7.99050309685e-01), ("end", &[2, 4, 5], 1.98050491857e+01, 7.87798400515e-01), ("e", &[2, 4, 5], 4.11810843897e+01, -6.47044865684e+00)] },
    Case { graph: G92::GRAPH, params: (19, G92::PARAMS), state: "body.weight:1x3x1x1 c.a.b.conv1.weight:1x1x3x3 c.a.b.conv1.bias:1 c.1.weight:1x1x2x2 c.1.bias:1 d.weight:1", outputs: &[("f", &[1, 7, 7], 3.64511391514e+01, -3.32771461590e+00), ("d", &[1, 8, 8], 6.07819157701e+01, -1.23923387607e+00)] },
    Case { graph: G93::GRAPH, params: (97, G93::PARAMS), state: "e.0.body.0.weight:3x3x3x3 e.0.body.0.bias:3 a.left_.a.weight:3x1x2x2 a.left_.a.bias:1", outputs: &[("a", &[1, 4, 6], 8.27507063789e+00, -8.51459266442e-01), ("body", &[3, 3, 4], 2.05694725844e+01, 1.23374279984e+00), ("d", &[3, 3, 4], 1.94802493254e+01, 1.09082689116e+00)] },
    Case { graph: G94::GRAPH, params: (20, G94::PARAMS), state: "entry.conv1.weight:1x1x3x3 entry.conv1.bias:1 entry.twice1.body.0.weight:1x1x3x3 entry.twice1.body.0.bias:1", outputs: &[("last", &[2, 10, 12], 5.21598521354e+01, -2.83401813676e+00), ("a", &[2, 10, 12], 1.05331058236e+02, -4.80212333694e+00)] },
    Case { graph: G95::GRAPH, params: (134, G95::PARAMS), state: "entry.conv1.weight:2x1x3x3 entry.bn1.weight:2 entry.bn1.bias:2 entry.bn1.running_mean:2 entry.bn1.running_var:2 end.b.conv1.weight:2x2x3x3 end.b.bn1.weight:2 end.b.bn1.bias:2 end.b.bn1.running_mean:2 end.b.bn1.running_var:2 left_.left.weight:3x2x1x1 left_.left.bias:3 left_.right.weight:3x2x3x3 left_.right.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3", outputs: &[("last", &[3, 3, 2], 1.47520640188e+01, 1.04289089661e+00), ("end", &[2, 3, 2], 1.58177780105e+01, -4.00000676389e+00), ("entry", &[2, 6, 4], 5.44168272035e+01, -5.48716347594e+00)] },
    Case { graph: G96::GRAPH, params: (94, G96::PARAMS), state: "a.left.weight:2x3x1x1 a.left.bias:2 a.right.weight:2x3x3x3 a.right.bias:2 b_0.weight:2x2x1x1 b_1.weight:2x2x1x1 b_2.weight:2x2x1x1 c.weight:2x2x2x2 c.bias:2", outputs: &[("b_0", &[2, 5, 6], 1.68750990612e+01, -1.03469134967e+00), ("c", &[2, 2, 3], 3.89576718936e+00, 9.53018673727e-01)] },
    Case { graph: G97::GRAPH, params: (2, G97::PARAMS), state: "end.weight:1 end.bias:1 end.running_mean:1 end.running_var:1", outputs: &[("body", &[1, 5, 6], 2.76314930142e+01, 7.22297544030e-01), ("last", &[1, 5, 6], 2.57548149162e+01, 6.87821994449e-01)] },
    Case { graph: G98::GRAPH, params: (140, G98::PARAMS), state: "body.entry.body.b.weight:3 body.entry.body.b.bias:3 body.entry.body.b.running_mean:3 body.entry.body.b.running_var:3 c.weight:3x3x3x3 c.bias:3 conv_transpose1.weight:3x2x2x2 conv_transpose1.bias:2 b.left.weight:1x2x1x1 b.left.bias:1 b.right.weight:1x2x3x3 b.right.bias:1 f.weight:1 f.bias:1 f.running_mean:1 f.running_var:1", outputs: &[("body", &[3, 4, 5], 6.53586748739e+01, 1.36189658298e+01), ("f", &[1, 8, 10], 9.83357789399e+01, 5.54078962772e-01), ("entry", &[3, 4, 5], 1.08057361741e+02, 1.12135828295e+01)] },
    Case { graph: G99::GRAPH, params: (250, G99::PARAMS), state: "fork1.left.weight:2x2x1x1 fork1.left.bias:2 fork1.right.weight:2x2x3x3 fork1.right.bias:2 left_.end.0.weight:2x72 left_.end.0.bias:2 unit1.conv1.weight:3x2x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3", outputs: &[("last", &[3, 6, 6], 1.08971123030e+02, 6.08491741337e+00), ("d", &[2, 6, 6], 1.35618911549e+02, 4.89290081979e-01), ("b", &[2, 6, 6], 1.35618911549e+02, 4.89290081979e-01)] },
    Case { graph: G100::GRAPH, params: (231, G100::PARAMS), state: "conv1.weight:3x3x3x3 conv1.bias:3 b.entry.1.weight:2x3x3x3 b.entry.1.bias:2 b.a.conv1.weight:2x2x3x3 b.a.conv1.bias:2 g.weight:1x13x2x2 g.bias:1", outputs: &[("entry", &[5, 4, 4], 9.61805574684e+01, 2.46585211925e+00), ("body", &[5, 4, 4], 2.76289539436e+02, 1.91660287853e+00)] },
    Case { graph: G101::GRAPH, params: (156, G101::PARAMS), state: "entry.left_.left.weight:2x2x1x1 entry.left_.left.bias:2 entry.left_.right.weight:2x2x3x3 entry.left_.right.bias:2 entry.2.weight:2x3x2x2 entry.2.bias:3 e.body.1.left.weight:1x3x1x1 e.body.1.left.bias:1 e.body.1.right.weight:1x3x3x3 e.body.1.right.bias:1 b.weight:1 b.bias:1 b.running_mean:1 b.running_var:1 i_.weight:1x1x3x3 i_.bias:1 left_.conv1.weight:1x1x3x3 left_.bn1.weight:1 left_.bn1.bias:1 left_.bn1.running_mean:1 left_.bn1.running_var:1 k.end.entry.weight:3x1x3x3 k.end.entry.bias:3", outputs: &[("b", &[1, 6, 4], 6.85271900889e+01, 4.87223523453e+00), ("i_", &[1, 6, 4], 1.09939999605e+02, -4.98381698694e+00), ("n", &[3, 12, 8], 3.26675802932e+02, -1.05823866024e+01)] },
    Case { graph: G102::GRAPH, params: (96, G102::PARAMS), state: "left_.entry.b.weight:2 left_.entry.b.bias:2 left_.entry.b.running_mean:2 left_.entry.b.running_var:2 end.a.weight:2x2x3x3 end.a.bias:2 end.d.left.weight:1x2x1x1 end.d.left.bias:1 end.d.right.weight:1x2x3x3 end.d.right.bias:1 end.e.left.weight:1x2x1x1 end.e.left.bias:1 end.e.right.weight:1x2x3x3 end.e.right.bias:1 g.0.a.a.body.0.weight:1x1x3x3 g.0.a.a.body.0.bias:1", outputs: &[("g", &[1, 4, 5], 3.77701610211e+01, -4.43914138372e+00), ("last", &[1, 4, 5], 2.06243187298e+01, 2.71229714943e+00), ("d", &[2, 4, 5], 4.52538611359e+01, 2.93446400734e+00)] },
    Case { graph: G103::GRAPH, params: (203, G103::PARAMS), state: "a.body.0.weight:2x2x3x3 a.body.0.bias:2 d.weight:3x6x3x3 d.bias:3", outputs: &[("d", &[3, 4, 2], 2.94961323633e+01, -3.73266015856e+00), ("a", &[2, 6, 4], 3.39354436172e+01, -3.28768030277e+00)] },
    Case { graph: G104::GRAPH, params: (136, G104::PARAMS), state: "b.body.body.0.weight:2x2x3x3 b.body.body.0.bias:2 end.entry.body.weight:2x2x1x1 end.body.end.entry.weight:2x2x3x3 end.body.end.entry.bias:2 twice1.body.0.weight:2x2x3x3 twice1.body.0.bias:2 entry.weight:2x2x2x2 entry.bias:2", outputs: &[("entry", &[2, 4, 4], 3.40504697918e+01, -4.98946513325e-01), ("end", &[2, 2, 2], 1.57527514282e+01, 1.19827757833e-02)] },
    Case { graph: G105::GRAPH, params: (0, G105::PARAMS), state: "", outputs: &[("a", &[2, 4, 2], 1.44196496301e+01, 7.82833289981e-01), ("entry", &[2, 5, 3], 3.42756900800e+01, -3.58323528354e+00)] },
    Case { graph: G106::GRAPH, params: (176, G106::PARAMS), state: "a.body.0.weight:3x3x3x3 a.body.0.bias:3 g.conv1.weight:1x3x3x3 g.bn1.weight:1 g.bn1.bias:1 g.bn1.running_mean:1 g.bn1.running_var:1 k.left_.weight:2x30 k.left_.bias:2 prelu1.weight:1", outputs: &[("last", &[2], 1.52136359492e+00, 1.14606990476e-01), ("a", &[3, 5, 6], 6.45986747289e+01, 2.22361470375e+00)] },
    Case { graph: G107::GRAPH, params: (405, G107::PARAMS), state: "b.b.0.body.0.weight:3x3x3x3 b.b.0.body.0.bias:3 b.entry.weight:3x1x2x2 b.entry.bias:1 body.left_.twice1.body.0.weight:1x1x3x3 body.left_.twice1.body.0.bias:1 left_.left_.left_.weight:3x3x1x1 d.left.weight:3x1x1x1 d.left.bias:3 d.right.weight:3x1x3x3 d.right.bias:3 f.conv1.weight:3x3x3x3 f.conv1.bias:3 f.conv2.weight:2x3x3x3 f.conv2.bias:2 k.weight:3x2x3x3 k.bias:3 e.c.weight:2x3x3x3 e.c.bias:2", outputs: &[("d", &[3, 8, 10], 1.73447497564e+02, -2.60137210571e+00), ("e", &[3, 4, 5], 4.82641953984e+01, 7.47701053949e+00), ("last", &[3, 4, 5], 3.97114416250e+01, 6.09498533951e+00)] },
    Case { graph: G108::GRAPH, params: (41, G108::PARAMS), state: "conv1.weight:1x2x2x2 conv1.bias:1 a.weight:1 a.bias:1 a.running_mean:1 a.running_var:1 end.0.body.0.weight:1x1x3x3 end.0.body.0.bias:1 end.2.entry.weight:1x1x2x2 end.2.entry.bias:1 d.weight:3x4 d.bias:3", outputs: &[("a", &[1, 2, 2], 4.32247092595e+00, 3.11108984538e-01), ("end", &[1, 2, 2], 1.66735472663e+01, 8.09588075866e-01), ("d", &[3], 1.21750577104e+01, 4.49133460337e+00)] },
    Case { graph: G109::GRAPH, params: (47, G109::PARAMS), state: "left_.1.weight:2x4x1x1 entry.weight:2x1x2x2 entry.bias:1 conv1.weight:3x1x3x3 conv1.bias:3", outputs: &[("end_1", &[3, 10, 6], 2.13125201437e+02, 1.88679362735e+00), ("entry", &[1, 12, 8], 7.30658745483e+01, 2.97050015091e+00), ("last", &[2, 6, 4], 3.98441782826e+01, 1.05315295403e+00)] },
    Case { graph: G110::GRAPH, params: (1, G110::PARAMS), state: "entry.weight:1", outputs: &[("entry", &[3, 6, 6], 1.58773019580e+02, -2.33217515177e+00), ("last", &[3, 6, 6], 1.25200733848e+02, -8.78642430594e-01)] },
    Case { graph: G111::GRAPH, params: (31, G111::PARAMS), state: "body.conv1.weight:1x1x3x3 body.bn1.weight:1 body.bn1.bias:1 body.bn1.running_mean:1 body.bn1.running_var:1 d.weight:2x1x3x3 d.bias:2", outputs: &[("d", &[2, 3, 4], 2.33295971570e+01, -1.55405589365e+00), ("entry", &[1, 5, 6], 5.87391803730e+01, 1.44847588827e+00), ("c", &[1, 5, 6], 2.93695901865e+01, 7.24237944134e-01)] },
    Case { graph: G112::GRAPH, params: (90, G112::PARAMS), state: "d.entry.b.weight:3x3x3x3 d.entry.b.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3", outputs: &[("last", &[3, 1, 1], 3.05278874368e+00, 3.48344744353e-01), ("a", &[3, 1, 1], 5.10194122364e+00, -1.89792215350e-01)] },
    Case { graph: G113::GRAPH, params: (360, G113::PARAMS), state: "entry.body.weight:1x3x2x2 entry.body.bias:1 left_.weight:3x1x3x3 left_.bias:3 b.body.weight:2x3x3x3 b.body.bias:2 b.g.weight:1x3x2x2 b.g.bias:3 f.fork1.left.weight:2x3x1x1 f.fork1.left.bias:2 f.fork1.right.weight:2x3x3x3 f.fork1.right.bias:2 conv1.weight:2x2x3x3 conv1.bias:2 g.conv1.weight:3x2x3x3 g.bn1.weight:3 g.bn1.bias:3 g.bn1.running_mean:3 g.bn1.running_var:3 h.weight:3x3x3x3 h.bias:3", outputs: &[("left_", &[3, 2, 3], 2.78109672358e+01, -6.84910414172e-01), ("body", &[3, 8, 12], 2.24877221038e+02, 3.22920340821e+00)] },
    Case { graph: G114::GRAPH, params: (57, G114::PARAMS), state: "b.weight:2x1x3x3 b.bias:2 d.conv1.weight:1x4x3x3 d.conv1.bias:1", outputs: &[("c", &[2, 4, 6], 1.32662720458e+01, 6.75384419064e-01), ("d", &[1, 2, 3], 1.13628430648e+01, -1.09792893929e+00), ("last", &[2, 5, 6], 5.60181558676e+01, 9.46241165408e-01)] },
    Case { graph: G115::GRAPH, params: (107, G115::PARAMS), state: "left_.0.body.0.weight:3x3x3x3 left_.0.body.0.bias:3 end.weight:1x3x2x2 end.bias:1 conv1.weight:1x1x3x3 conv1.bias:1", outputs: &[("last", &[1, 2, 2], 2.98380650781e+00, 5.62417471890e-01), ("end", &[1, 2, 2], 7.31129421891e+00, -6.58612703299e-02)] },
    Case { graph: G116::GRAPH, params: (78, G116::PARAMS), state: "b.c.body.0.weight:2x2x3x3 b.c.body.0.bias:2 conv1.weight:2x2x3x3 conv1.bias:2 body.weight:1x2x1x1", outputs: &[("g", &[2, 12, 12], 4.10470143278e+02, -3.59502444211e+00), ("a", &[2, 6, 6], 2.28814104467e+02, 1.92116317920e+00)] },
    Case { graph: G117::GRAPH, params: (492, G117::PARAMS), state: "end.body.entry.body.weight:3 end.body.entry.body.bias:3 end.body.entry.body.running_mean:3 end.body.entry.body.running_var:3 end.body.entry.left_.weight:1x3x1x1 end.body.entry.d.weight:3x3x3x3 end.body.entry.d.bias:3 left_.entry.b.left.weight:1x3x1x1 left_.entry.b.left.bias:1 left_.entry.b.right.weight:1x3x3x3 left_.entry.b.right.bias:1 body_0.weight:3x3x3x3 body_0.bias:3 body_1.weight:3x3x3x3 body_1.bias:3 c.weight:2x90 c.bias:2 e.0.end.1.weight:3x2 e.0.end.1.bias:3 e.e.fc1.weight:2x3 e.e.fc1.bias:2", outputs: &[("body_1", &[3, 5, 6], 1.65411637648e+02, 7.70606880594e-03), ("entry", &[2], 3.97550766666e+00, 6.07929712395e-01)] },
    Case { graph: G118::GRAPH, params: (141, G118::PARAMS), state: "b.conv1.weight:2x2x3x3 b.bn1.weight:2 b.bn1.bias:2 b.bn1.running_mean:2 b.bn1.running_var:2 c.b.conv1.weight:3x2x3x3 c.b.conv1.bias:3 c.b.entry.weight:2x3x1x1 c.b.conv2.weight:1x2x3x3 c.b.conv2.bias:1 c.a.entry.weight:1x2x3x3 c.a.entry.bias:1", outputs: &[("b", &[2, 1, 2], 2.53665153421e+00, -3.12371135138e-01), ("last", &[2, 1, 2], 4.45674437264e+00, -1.26874317041e-01)] },
    Case { graph: G119::GRAPH, params: (47, G119::PARAMS), state: "left_.weight:1 left_.bias:1 left_.running_mean:1 left_.running_var:1 f.left.weight:3x1x1x1 f.left.bias:3 f.right.weight:3x1x3x3 f.right.bias:3 l.weight:3x3x1x1", outputs: &[("entry", &[1, 5, 6], 2.93695901865e+01, 7.24237944134e-01), ("h", &[3, 5, 6], 4.18159358109e+01, 9.99856321071e-01)] },
    Case { graph: G120::GRAPH, params: (8, G120::PARAMS), state: "bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 d.weight:2 d.bias:2 d.running_mean:2 d.running_var:2", outputs: &[("b", &[2, 4, 5], 3.54896887145e+01, 3.01819643231e-01), ("d", &[2, 4, 5], 7.32005021222e+01, -6.55745815906e+00)] },
    Case { graph: G121::GRAPH, params: (179, G121::PARAMS), state: "a.b.body.0.weight:2x2x3x3 a.b.body.0.bias:2 a.a.weight:2 a.a.bias:2 a.a.running_mean:2 a.a.running_var:2 a.twice1.body.0.weight:2x2x3x3 a.twice1.body.0.bias:2 b.left_.entry.a.body.0.weight:2x2x3x3 b.left_.entry.a.body.0.bias:2 b.left_.entry.twice1.body.0.weight:2x2x3x3 b.left_.entry.twice1.body.0.bias:2 b.b.left.weight:1x2x1x1 b.b.left.bias:1 b.b.right.weight:1x2x3x3 b.b.right.bias:1 prelu1.weight:1", outputs: &[("c", &[1, 12, 12], 2.62491830878e+02, -7.13037983634e+00), ("b", &[1, 6, 6], 6.56229577195e+01, -2.99876490390e+00)] },
    Case { graph: G122::GRAPH, params: (0, G122::PARAMS), state: "", outputs: &[("end", &[3, 3, 2], 2.20182058712e+01, 2.35256668181e+00), ("last", &[3, 3, 2], 1.85751254824e+01, 2.10663672215e+00)] },
    Case { graph: G123::GRAPH, params: (89, G123::PARAMS), state: "body.weight:1x3x3x3 body.bias:1 bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 a.weight:2x1x1x1 d.weight:3x2x3x3 d.bias:3", outputs: &[("d", &[3, 4, 4], 4.34623405832e+01, -3.10193163882e+00), ("last", &[1, 4, 4], 2.29664234078e+01, 3.55970827188e+00), ("a", &[2, 4, 4], 1.34709542647e+01, -1.89652476866e-01)] },
    Case { graph: G124::GRAPH, params: (24, G124::PARAMS), state: "d.end.weight:1 d.end.bias:1 d.end.running_mean:1 d.end.running_var:1 unit1.conv1.weight:2x1x3x3 unit1.bn1.weight:2 unit1.bn1.bias:2 unit1.bn1.running_mean:2 unit1.bn1.running_var:2", outputs: &[("h", &[1, 3, 4], 3.02558584388e+00, 3.95906194745e-01), ("last", &[2, 4, 5], 2.72058979833e+01, -4.16905148385e-01)] },
    Case { graph: G125::GRAPH, params: (196, G125::PARAMS), state: "b.left.weight:1x3x1x1 b.left.bias:1 b.right.weight:1x3x3x3 b.right.bias:1 d.entry.a.left.weight:3x1x1x1 d.entry.a.left.bias:3 d.entry.a.right.weight:3x1x3x3 d.entry.a.right.bias:3 d.b.body.0.weight:3x3x3x3 d.b.body.0.bias:3 d.2.weight:3x1x2x2 d.2.bias:1 conv1.weight:1x1x3x3 conv1.bias:1 conv2.weight:1x1x3x3 conv2.bias:1 conv3.weight:1x1x3x3 conv3.bias:1 h.weight:1", outputs: &[("body", &[1, 8, 8], 9.93123163699e+01, -4.99184535049e+00), ("h", &[1, 8, 8], 1.00268372410e+01, -1.28170548130e+00)] },
    Case { graph: G126::GRAPH, params: (187, G126::PARAMS), state: "twice1.body.0.weight:3x3x3x3 twice1.body.0.bias:3 conv1.weight:3x3x3x3 conv1.bias:3 b.weight:1 a.weight:9 a.bias:9 a.running_mean:9 a.running_var:9", outputs: &[("a", &[9, 4, 4], 1.68667051722e+02, 7.05323568364e+00), ("left_", &[9, 4, 4], 1.16929367376e+02, -1.07881286168e+00), ("b", &[9, 4, 4], 1.43924187586e+02, 3.47048013641e+00)] },
    Case { graph: G127::GRAPH, params: (69, G127::PARAMS), state: "body.weight:1x3x3x3 body.bias:1 conv1.weight:1x1x3x3 conv1.bias:1 d.weight:1x2x2x2 d.bias:2 g.0.weight:1 g.entry.weight:2x1x3x3 g.entry.bias:2", outputs: &[("d", &[2, 2, 2], 5.84991922825e+00, 8.71729149417e-02), ("last", &[1, 3, 3], 1.42901443696e+01, 1.90029107271e+00), ("body", &[1, 6, 6], 5.06069748162e+01, 4.96180559399e+00)] },
    Case { graph: G128::GRAPH, params: (49, G128::PARAMS), state: "entry.weight:1x2x3x3 entry.bias:1 a.left_.a.left_.weight:3x1x3x3 a.left_.a.left_.bias:3", outputs: &[("a", &[3, 2, 2], 4.15161279382e+01, 9.73830615024e+00), ("entry", &[1, 6, 6], 3.67589413390e+01, 5.07160196242e+00), ("last", &[3, 2, 2], 1.99951510658e+01, 4.31218201960e+00)] },
    Case { graph: G129::GRAPH, params: (112, G129::PARAMS), state: "a.0.weight:1x3x2x2 a.0.bias:1 a.1.weight:3x1x1x1 fork1.left.weight:3x3x1x1 fork1.left.bias:3 fork1.right.weight:3x3x3x3 fork1.right.bias:3", outputs: &[("body", &[3, 1, 1], 7.62961436923e+00, 2.97357956938e+00), ("entry", &[3, 2, 2], 1.68452448044e+02, 1.33884208841e+01)] },
    Case { graph: G130::GRAPH, params: (42, G130::PARAMS), state: "bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 conv1.weight:2x2x3x3 conv1.bias:2", outputs: &[("b", &[2, 2, 2], 1.76778075536e+01, 3.01411993103e+00), ("entry", &[2, 3, 2], 1.38547884375e+01, 1.45406855381e+00)] },
    Case { graph: G131::GRAPH, params: (0, G131::PARAMS), state: "", outputs: &[("last", &[3, 6, 4], 6.21315975064e+01, -1.33732288470e+00), ("entry", &[3, 6, 4], 3.41225042711e+01, 3.18966307894e-01), ("a", &[3, 6, 4], 3.41225042711e+01, 3.18966307894e-01)] },
    Case { graph: G132::GRAPH, params: (22, G132::PARAMS), state: "a.weight:2 a.bias:2 a.running_mean:2 a.running_var:2 f.weight:2x2x2x2 f.bias:2", outputs: &[("end", &[2, 6, 6], 2.27744982681e+01, -2.77366215999e+00), ("b", &[2, 5, 5], 1.83167338682e+01, 4.96986174175e-01)] },
    Case { graph: G133::GRAPH, params: (904, G133::PARAMS), state: "e.0.weight:1x1x3x3 e.0.bias:1 e.entry.d.left_.left.weight:1x3x1x1 e.entry.d.left_.left.bias:1 e.entry.d.left_.right.weight:1x3x3x3 e.entry.d.left_.right.bias:1 e.entry.k.conv_transpose1.weight:1x3x2x2 e.entry.k.conv_transpose1.bias:3 e.2.conv1.weight:1x1x3x3 e.2.bn1.weight:1 e.2.bn1.bias:1 e.2.bn1.running_mean:1 e.2.bn1.running_var:1 entry.left.weight:2x1x1x1 entry.left.bias:2 entry.right.weight:2x1x3x3 entry.right.bias:2 body.c.body.0.weight:3x252 body.c.body.0.bias:3 body.c.end.weight:1 body.c.2.fc1.weight:3x3 body.c.2.fc1.bias:3 body.2.weight:4x9 body.2.bias:4", outputs: &[("entry", &[2, 6, 6], 2.59184797888e+01, 1.35056808067e+00), ("m", &[4], 3.75103666413e+00, -1.73171879862e+00)] },
    Case { graph: G134::GRAPH, params: (27, G134::PARAMS), state: "body.b.weight:1x2x3x3 body.b.bias:1 body.d.weight:1x1x2x2 body.d.bias:1 d.weight:3x1x1x1", outputs: &[("c", &[1, 6, 2], 2.17361709646e+01, -5.17244363854e+00), ("d", &[3, 10, 6], 2.69014777555e+02, 5.40045953473e-01)] },
    Case { graph: G135::GRAPH, params: (4, G135::PARAMS), state: "end.weight:2 end.bias:2 end.running_mean:2 end.running_var:2", outputs: &[("left_", &[4, 4, 4], 1.88057512022e+01, -2.08560079995e+00), ("entry", &[4, 4, 4], 3.61460074376e+01, -1.79291396481e+00), ("end", &[2, 4, 4], 2.67654007960e+01, 1.10270438324e+00)] },
    Case { graph: G136::GRAPH, params: (12, G136::PARAMS), state: "conv1.weight:1x1x3x3 conv1.bias:1 end.weight:1 end.bias:1 end.running_mean:1 end.running_var:1", outputs: &[("last", &[2, 1, 1], 3.31494086419e+00, -6.90108761258e-02), ("end", &[1, 2, 2], 5.46394078392e+00, 6.55241875183e-01)] },
    Case { graph: G137::GRAPH, params: (163, G137::PARAMS), state: "b.body.entry.weight:2 b.body.entry.bias:2 b.body.entry.running_mean:2 b.body.entry.running_var:2 fork1.left.weight:3x2x1x1 fork1.left.bias:3 fork1.right.weight:3x2x3x3 fork1.right.bias:3 conv1.weight:1x9x3x3 conv1.bias:1 bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 c.weight:1x2x2x2 c.bias:1", outputs: &[("c", &[1, 2, 2], 3.86065236828e+00, 6.18342731018e-01), ("entry", &[2, 4, 4], 3.78587827832e+01, -3.93899343693e+00), ("b", &[2, 4, 4], 7.57175655665e+01, -7.87798687385e+00)] },
    Case { graph: G138::GRAPH, params: (52, G138::PARAMS), state: "entry.b.weight:3x2x1x1 a.b_0.weight:2 a.b_0.bias:2 a.b_0.running_mean:2 a.b_0.running_var:2 a.b_1.weight:2 a.b_1.bias:2 a.b_1.running_mean:2 a.b_1.running_var:2 conv1.weight:2x2x3x3 conv1.bias:2", outputs: &[("end", &[2, 6, 4], 4.86498868661e+01, -2.55738631984e+00), ("last", &[2, 6, 4], 4.04428606974e+01, 3.54473599736e+00)] },
    Case { graph: G139::GRAPH, params: (164, G139::PARAMS), state: "end.weight:3x1x3x3 end.bias:3 left__0.weight:3 left__0.bias:3 left__0.running_mean:3 left__0.running_var:3 left__1.weight:3 left__1.bias:3 left__1.running_mean:3 left__1.running_var:3 d.left_.end.weight:2x3x3x3 d.left_.end.bias:2 d.e.left.weight:3x2x1x1 d.e.left.bias:3 d.e.right.weight:3x2x3x3 d.e.right.bias:3", outputs: &[("f", &[3, 4, 5], 1.98097747308e+02, -2.25236667079e+01), ("last", &[3, 4, 5], 8.12859297813e+01, -3.70924543772e+00)] },
    Case { graph: G140::GRAPH, params: (10, G140::PARAMS), state: "end.body.entry.body.0.weight:1x1x3x3 end.body.entry.body.0.bias:1", outputs: &[("c", &[2, 4, 4], 4.30495395348e+01, 5.56570840122e-01), ("end", &[1, 4, 4], 2.15247697674e+01, 3.40387074337e+00)] },
    Case { graph: G141::GRAPH, params: (87, G141::PARAMS), state: "unit1.conv1.weight:3x3x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3", outputs: &[("entry_1", &[3, 4, 5], 2.83053977853e+01, 1.85138483267e+00), ("left_", &[3, 8, 10], 1.81962005229e+02, -2.17296636666e+00), ("last", &[3, 4, 5], 2.45164290799e+01, 1.47329742026e+00)] },
    Case { graph: G142::GRAPH, params: (1, G142::PARAMS), state: "prelu1.weight:1", outputs: &[("last", &[3, 4, 5], 1.02619147180e+02, 3.36069175485e+00), ("a", &[3, 4, 5], 1.15149288693e+02, 2.85126205641e+00)] },
    Case { graph: G143::GRAPH, params: (82, G143::PARAMS), state: "left_.0.conv1.weight:2x2x3x3 left_.0.bn1.weight:2 left_.0.bn1.bias:2 left_.0.bn1.running_mean:2 left_.0.bn1.running_var:2 a.weight:2 a.bias:2 a.running_mean:2 a.running_var:2 g.body.0.weight:2x2x3x3 g.body.0.bias:2", outputs: &[("last", &[2, 2, 2], 3.84587279206e+00, -7.28779350495e-01), ("h", &[2, 2, 2], 3.92784454520e+00, -7.44189653612e-01)] },
    Case { graph: G144::GRAPH, params: (0, G144::PARAMS), state: "", outputs: &[("left_", &[3, 4, 5], 5.64451494468e+01, 2.67939082375e+00), ("entry", &[3, 2, 2], 1.54303807877e+01, 1.84215329261e+00)] },
    Case { graph: G145::GRAPH, params: (477, G145::PARAMS), state: "body.1.body.0.weight:5x5x3x3 body.1.body.0.bias:5 body.end.conv1.weight:3x5x3x3 body.end.conv1.bias:3 fork1.left.weight:3x3x1x1 fork1.left.bias:3 fork1.right.weight:3x3x3x3 fork1.right.bias:3 conv_transpose1.weight:3x1x2x2 conv_transpose1.bias:1", outputs: &[("a", &[3, 6, 4], 6.76085268683e+01, -2.03821817212e+00), ("last", &[1, 12, 8], 1.14060060744e+02, 2.79178453625e-01), ("body", &[3, 6, 4], 2.00508438025e+01, 1.48986291502e+00)] },
    Case { graph: G146::GRAPH, params: (135, G146::PARAMS), state: "skips1.conv1.weight:2x1x3x3 skips1.conv1.bias:2 entry.left.weight:1x3x1x1 entry.left.bias:1 entry.right.weight:1x3x3x3 entry.right.bias:1 a.b.a.left.weight:2x3x1x1 a.b.a.left.bias:2 a.b.a.right.weight:2x3x3x3 a.b.a.right.bias:2 conv1.weight:1x2x3x3 conv1.bias:1", outputs: &[("entry", &[1, 6, 6], 6.71253705372e+01, 6.71557837438e+00), ("a", &[2, 6, 6], 7.85878273528e+01, -8.44137632252e+00), ("last", &[1, 4, 4], 1.20523947876e+01, -1.40821308836e+00)] },
    Case { graph: G147::GRAPH, params: (168, G147::PARAMS), state: "body.end.weight:2x48 body.end.bias:2 body.a.1.body.0.weight:1x1x3x3 body.a.1.body.0.bias:1 conv1.weight:3x1x3x3 conv1.bias:3 bn1.weight:5 bn1.bias:5 bn1.running_mean:5 bn1.running_var:5 f.weight:2x1x3x3 f.bias:2", outputs: &[("f", &[2, 4, 5], 5.44541653176e+01, 6.41216217124e+00), ("body", &[1, 4, 5], 2.00280775759e+01, -2.61608319835e+00), ("last", &[2, 4, 5], 2.28450565035e+01, 3.21215491952e+00)] },
    Case { graph: G148::GRAPH, params: (71, G148::PARAMS), state: "a.left_.weight:1 a.left_.bias:1 a.left_.running_mean:1 a.left_.running_var:1 d.bn1.weight:1 d.bn1.bias:1 d.bn1.running_mean:1 d.bn1.running_var:1 d.bn2.weight:1 d.bn2.bias:1 d.bn2.running_mean:1 d.bn2.running_var:1 d.bn3.weight:1 d.bn3.bias:1 d.bn3.running_mean:1 d.bn3.running_var:1 left_.f.left_.weight:2x1x3x3 left_.f.left_.bias:2 left_.e.entry.weight:2x1x3x3 left_.e.entry.bias:2 left_.e.c.weight:1x2x1x1 left_.bn1.weight:1 left_.bn1.bias:1 left_.bn1.running_mean:1 left_.bn1.running_var:1 left_.body.c.a.weight:1x2x3x3 left_.body.c.a.bias:1", outputs: &[("left_", &[1, 2, 2], 3.69818736123e+00, 1.07211920110e+00), ("d", &[1, 6, 6], 3.55390829998e+01, 3.69783228712e-01), ("e", &[1, 6, 6], 5.94074950655e+01, 6.17311321742e-01)] },
    Case { graph: G149::GRAPH, params: (1864, G149::PARAMS), state: "body.entry.a.weight:2x2x3x3 body.entry.a.bias:2 body.conv1.weight:2x2x2x2 body.conv1.bias:2 body.conv2.weight:2x2x2x2 body.conv2.bias:2 d.weight:6 d.bias:6 d.running_mean:6 d.running_var:6 twice1.body.0.weight:14x14x3x3 twice1.body.0.bias:14", outputs: &[("a", &[6, 4, 5], 1.36302512075e+02, -5.17087275374e+00), ("left_", &[6, 4, 5], 1.61700063274e+02, -4.61859437534e+00), ("last", &[14, 4, 5], 2.51684323709e+02, -1.73846468548e+01)] },
    Case { graph: G150::GRAPH, params: (40, G150::PARAMS), state: "a.weight:2x1x2x2 a.bias:2 left_.conv1.weight:3x1x3x3 left_.conv1.bias:3", outputs: &[("left_", &[4, 6, 6], 1.71037998951e+02, -1.03380520050e+01), ("d", &[4, 6, 6], 1.46753597467e+02, -8.45901552455e+00)] },
    Case { graph: G151::GRAPH, params: (102, G151::PARAMS), state: "body.conv1.weight:3x2x3x3 body.bn1.weight:3 body.bn1.bias:3 body.bn1.running_mean:3 body.bn1.running_var:3 b.1.left.weight:1x3x1x1 b.1.left.bias:1 b.1.right.weight:1x3x3x3 b.1.right.bias:1 e.body.0.weight:1x1x3x3 e.body.0.bias:1", outputs: &[("e", &[1, 1, 1], 5.95956618911e-01, -1.51072446468e-01), ("b", &[1, 1, 1], 1.03690968780e+00, -2.62703700831e-01), ("g", &[2, 12, 8], 1.94599547464e+02, 1.14010335423e-01)] },
    Case { graph: G152::GRAPH, params: (32, G152::PARAMS), state: "a.entry.left.weight:1x3x1x1 a.entry.left.bias:1 a.entry.right.weight:1x3x3x3 a.entry.right.bias:1", outputs: &[("last", &[3, 6, 6], 9.48079971625e+01, 1.46481198331e+00), ("left_", &[3, 6, 6], 4.84356334874e+01, 2.41056575565e-01)] },
    Case { graph: G153::GRAPH, params: (58, G153::PARAMS), state: "entry.conv1.weight:2x3x3x3 entry.bn1.weight:2 entry.bn1.bias:2 entry.bn1.running_mean:2 entry.bn1.running_var:2", outputs: &[("body", &[2, 4, 5], 2.83047363408e+01, -6.55600723650e+00), ("left_", &[2, 4, 5], 3.37732568854e+01, 6.31394757890e+00)] },
    Case { graph: G154::GRAPH, params: (212, G154::PARAMS), state: "end.b.body.0.weight:2x2x3x3 end.b.body.0.bias:2 end.1.weight:2x1x2x2 end.1.bias:1 entry.weight:2x1x1x1 c.weight:3x2x3x3 c.bias:3 e.a.weight:2x2x3x3 e.a.bias:2 conv_transpose1.weight:2x2x2x2 conv_transpose1.bias:2 a_0.weight:2x2x1x1 a_1.weight:2x2x1x1 a_2.weight:2x2x1x1 k.weight:2x2x3x3 k.bias:2", outputs: &[("k", &[2, 12, 8], 3.28427600929e+02, 2.36035692960e+01), ("a_0", &[2, 12, 8], 1.38813018110e+02, 1.12931584349e+01)] },
    Case { graph: G155::GRAPH, params: (209, G155::PARAMS), state: "bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 bn2.weight:1 bn2.bias:1 bn2.running_mean:1 bn2.running_var:1 bn3.weight:1 bn3.bias:1 bn3.running_mean:1 bn3.running_var:1 prelu1.weight:1 k.weight:3x1x3x3 k.bias:3 m.left_.entry.body.0.weight:3x3x3x3 m.left_.entry.body.0.bias:3 m.c.end.conv1.weight:3x3x3x3 m.c.end.bn1.weight:3 m.c.end.bn1.bias:3 m.c.end.bn1.running_mean:3 m.c.end.bn1.running_var:3 m.c.entry.weight:1", outputs: &[("last", &[6, 1, 1], 5.76599334630e+00, 2.95594137139e-01), ("k", &[3, 2, 3], 4.95061810962e+01, -3.42512341259e-01), ("m", &[3, 1, 1], 3.43606089288e+00, -5.96179297639e-01)] },
    Case { graph: G156::GRAPH, params: (0, G156::PARAMS), state: "", outputs: &[("last", &[9, 3, 4], 1.32515657444e+02, -7.17063032916e+00), ("a", &[6, 4, 5], 1.75433964755e+02, -9.28723147427e-01)] },
    Case { graph: G157::GRAPH, params: (44, G157::PARAMS), state: "bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3 a.0.weight:1x3x3x3 a.0.bias:1 a.1.body.0.weight:1x1x3x3 a.1.body.0.bias:1", outputs: &[("last", &[3, 4, 5], 5.28834112910e+01, -2.33328146996e+00), ("a", &[3, 4, 5], 6.08676913367e+01, -2.88281460464e+00)] },
    Case { graph: G158::GRAPH, params: (15, G158::PARAMS), state: "left_.body_0.weight:1 left_.body_0.bias:1 left_.body_0.running_mean:1 left_.body_0.running_var:1 left_.body_1.weight:1 left_.body_1.bias:1 left_.body_1.running_mean:1 left_.body_1.running_var:1 conv1.weight:1x1x2x2 conv1.bias:1 k.0.weight:3x1 k.0.bias:3", outputs: &[("entry", &[1, 1, 1], 7.65419283206e-01, 9.81429194343e-02), ("k", &[2, 4, 5], 4.45351455747e+01, 2.37829238818e+00)] },
    Case { graph: G159::GRAPH, params: (50, G159::PARAMS), state: "left__0.weight:2 left__0.bias:2 left__0.running_mean:2 left__0.running_var:2 left__1.weight:2 left__1.bias:2 left__1.running_mean:2 left__1.running_var:2 left__2.weight:2 left__2.bias:2 left__2.running_mean:2 left__2.running_var:2 end.body.0.weight:2x2x3x3 end.body.0.bias:2", outputs: &[("left__1", &[2, 4, 5], 2.52246615971e+01, -2.48813949222e+00), ("last", &[2, 4, 5], 1.52280504349e+01, -6.19754021735e-01)] },
    Case { graph: G160::GRAPH, params: (381, G160::PARAMS), state: "end.weight:3 end.bias:3 end.running_mean:3 end.running_var:3 fc1.weight:3x108 fc1.bias:3 fc2.weight:2x3 fc2.bias:2 b.end.0.entry.weight:1x2x1x1 b.c.body.0.weight:2x2x3x3 b.c.body.0.bias:2", outputs: &[("d", &[2], 3.19252358741e+00, -2.31167135150e-01), ("b", &[2, 8, 10], 6.56298105165e+02, -1.53373988186e+01)] },
    Case { graph: G161::GRAPH, params: (76, G161::PARAMS), state: "twice1.body.0.weight:2x2x3x3 twice1.body.0.bias:2 conv1.weight:2x2x3x3 conv1.bias:2", outputs: &[("last", &[2, 6, 4], 2.86047183315e+01, 1.73744235265e+00), ("a", &[2, 6, 4], 3.38981236370e+01, 3.11466298093e+00)] },
    Case { graph: G162::GRAPH, params: (72, G162::PARAMS), state: "conv_transpose1.weight:3x1x2x2 conv_transpose1.bias:1 end.weight:2x3x3x3 end.bias:2 entry.weight:1x3x1x1", outputs: &[("last", &[3, 6, 4], 6.21315975064e+01, -1.33732288470e+00), ("end", &[2, 6, 4], 6.94714455692e+01, 5.17782214926e+00)] },
    Case { graph: G163::GRAPH, params: (309, G163::PARAMS), state: "a.weight:3x60 a.bias:3 b.b.weight:2x3 b.b.bias:2 b.1.weight:3x2 b.1.bias:3 d_0.weight:1x1x3x3 d_0.bias:1 d_1.weight:1x1x3x3 d_1.bias:1 end.weight:2x30 end.bias:2 fc1.weight:4x2 fc1.bias:4 g.weight:3x4 g.bias:3", outputs: &[("d_0", &[1, 5, 6], 3.06077398974e+01, -1.12782945810e+00), ("g", &[3], 6.74954898515e+00, 2.09187564732e+00)] },
    Case { graph: G164::GRAPH, params: (42, G164::PARAMS), state: "entry.weight:2x2x3x3 entry.bias:2 e.weight:2 e.bias:2 e.running_mean:2 e.running_var:2", outputs: &[("body", &[2, 5, 6], 4.59256329876e+02, 8.15007281992e+01), ("last", &[2, 5, 6], 4.92837222677e+01, 2.07432958602e+00)] },
    Case { graph: G165::GRAPH, params: (189, G165::PARAMS), state: "body.conv1.weight:3x3x3x3 body.bn1.weight:3 body.bn1.bias:3 body.bn1.running_mean:3 body.bn1.running_var:3 a.weight:3 a.bias:3 a.running_mean:3 a.running_var:3 b.1.left.weight:3x3x1x1 b.1.left.bias:3 b.1.right.weight:3x3x3x3 b.1.right.bias:3", outputs: &[("body", &[3, 8, 10], 2.86672537368e+02, -1.17985154090e+01), ("b", &[3, 8, 10], 4.15220032503e+02, -1.80297550857e+01)] },
    Case { graph: G166::GRAPH, params: (204, G166::PARAMS), state: "twice1.body.0.weight:1x1x3x3 twice1.body.0.bias:1 left_.weight:1x1x3x3 left_.bias:1 end.0.body.0.weight:1x1x3x3 end.0.body.0.bias:1 c.entry.left.weight:3x1x1x1 c.entry.left.bias:3 c.entry.right.weight:3x1x3x3 c.entry.right.bias:3 h.weight:2x1x3x3 h.bias:2 conv1.weight:2x4x3x3 conv1.bias:2 a.left_.0.left.weight:2x2x1x1 a.left_.0.left.bias:2 a.left_.0.right.weight:2x2x3x3 a.left_.0.right.bias:2", outputs: &[("c", &[4, 5, 6], 8.66878891383e+01, 6.11104699064e+00), ("a", &[1, 5, 6], 3.13330616669e+01, -7.27901182161e-02), ("entry", &[1, 10, 12], 1.13942683073e+02, 1.92959458230e+00)] },
    Case { graph: G167::GRAPH, params: (20, G167::PARAMS), state: "d.weight:2x1x3x3 d.bias:2", outputs: &[("c", &[1, 6, 6], 9.45646310267e+01, -3.41356679629e+00), ("d", &[2, 6, 6], 6.37059017121e+01, 6.56033211404e+00), ("last", &[2, 6, 6], 5.45759472012e+01, 5.65837823098e+00)] },
    Case { graph: G168::GRAPH, params: (64, G168::PARAMS), state: "end.a_0.weight:4 end.a_0.bias:4 end.a_0.running_mean:4 end.a_0.running_var:4 end.a_1.weight:4 end.a_1.bias:4 end.a_1.running_mean:4 end.a_1.running_var:4 c.weight:1x2x2x2 c.bias:1 conv1.weight:3x1x2x2 conv1.bias:3 b.left.weight:2x1x1x1 b.left.bias:2 b.right.weight:2x1x3x3 b.right.bias:2", outputs: &[("b", &[2, 1, 1], 1.39050364374e+00, 4.57694868390e-01), ("c", &[1, 2, 2], 5.30982051183e+00, 4.76016871525e-01)] },
    Case { graph: G169::GRAPH, params: (82, G169::PARAMS), state: "b.left.weight:1x3x1x1 b.left.bias:1 b.right.weight:1x3x3x3 b.right.bias:1 conv1.weight:1x1x3x3 conv1.bias:1 body.weight:2x1x1x1 d.weight:2x2x3x3 d.bias:2", outputs: &[("d", &[2, 3, 4], 1.83043808600e+01, -7.78705056448e-01), ("end", &[3, 4, 5], 5.80854736967e+01, -3.07013816316e-01)] },
    Case { graph: G170::GRAPH, params: (249, G170::PARAMS), state: "body.1.conv1.weight:3x2x3x3 body.1.bn1.weight:3 body.1.bn1.bias:3 body.1.bn1.running_mean:3 body.1.bn1.running_var:3 d.1.a.weight:2x3x1x1 d.1.entry.left.weight:3x2x1x1 d.1.entry.left.bias:3 d.1.entry.right.weight:3x2x3x3 d.1.entry.right.bias:3 d.1.conv1.weight:3x3x3x3 d.1.conv1.bias:3 c_0.weight:3x3x1x1 c_1.weight:3x3x1x1 c_2.weight:3x3x1x1 h.weight:3 h.bias:3 h.running_mean:3 h.running_var:3", outputs: &[("d", &[3, 3, 1], 6.08305626074e-01, 9.62714642491e-02), ("h", &[3, 3, 1], 9.13462009599e+00, 1.31273478264e+00), ("c_0", &[3, 3, 1], 8.34398262657e-01, -6.59304751994e-02)] },
    Case { graph: G171::GRAPH, params: (158, G171::PARAMS), state: "entry.conv1.weight:3x4x3x3 entry.bn1.weight:3 entry.bn1.bias:3 entry.bn1.running_mean:3 entry.bn1.running_var:3 conv1.weight:2x3x1x1 f.body.0.weight:2x2x3x3 f.body.0.bias:2", outputs: &[("last", &[4, 4, 4], 5.82312599267e+01, -1.02835548809e+00), ("end", &[3, 4, 4], 4.89042987320e+00, -2.35538443842e-01)] },
    Case { graph: G172::GRAPH, params: (228, G172::PARAMS), state: "body.left_.body.weight:3x2x1x1 body.left_.c.0.body.0.weight:3x3x3x3 body.left_.c.0.body.0.bias:3 body.left_.c.entry.weight:3 body.left_.c.entry.bias:3 body.left_.c.entry.running_mean:3 body.left_.c.entry.running_var:3 end.0.weight:1x3x3x3 end.0.bias:1 end.end.body.0.weight:1x1x3x3 end.end.body.0.bias:1 conv1.weight:2x3x3x3 conv1.bias:2 a.0.weight:2x2x3x3 a.0.bias:2", outputs: &[("end", &[3, 8, 8], 8.80748723259e+01, -5.00917186928e+00), ("last", &[3, 8, 8], 1.45101733147e+02, 1.55745806058e+01)] },
    Case { graph: G173::GRAPH, params: (82, G173::PARAMS), state: "b_0.weight:3 b_0.bias:3 b_0.running_mean:3 b_0.running_var:3 b_1.weight:3 b_1.bias:3 b_1.running_mean:3 b_1.running_var:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3 entry.left.weight:2x3x1x1 entry.left.bias:2 entry.right.weight:2x3x3x3 entry.right.bias:2", outputs: &[("entry", &[2, 5, 6], 5.69153968108e+01, -4.79803909639e+00), ("b_1", &[3, 5, 6], 1.25550971184e+02, -2.75427761515e-01), ("b_0", &[3, 5, 6], 7.32521676516e+01, 1.29816451466e-01)] },
    Case { graph: G174::GRAPH, params: (2, G174::PARAMS), state: "c.weight:1 c.bias:1 c.running_mean:1 c.running_var:1", outputs: &[("last", &[1, 5, 3], 1.93558063205e+01, 2.85785770102e+00), ("left_", &[1, 6, 4], 5.28551709110e+01, 3.96251199969e+00)] },
    Case { graph: G175::GRAPH, params: (84, G175::PARAMS), state: "a.a.body.0.weight:3x3x3x3 a.a.body.0.bias:3", outputs: &[("end", &[3, 6, 6], 5.68351586716e+01, -3.48071084138e+00), ("a", &[3, 6, 6], 9.37144125944e+01, -4.61361161638e+00)] },
    Case { graph: G176::GRAPH, params: (21, G176::PARAMS), state: "conv1.weight:1x1x1x1 left_.0.weight:2x1x3x3 left_.0.bias:2", outputs: &[("left_", &[2, 6, 4], 1.46818896672e+02, -5.18120837489e+00), ("c", &[1, 6, 4], 3.68251717801e+01, 1.87261392035e+00), ("entry", &[1, 6, 4], 3.28630155576e+01, 2.41951096371e+00)] },
    Case { graph: G177::GRAPH, params: (38, G177::PARAMS), state: "left_.body.0.weight:2x2x3x3 left_.body.0.bias:2", outputs: &[("body", &[2, 2, 2], 9.29047264485e+00, 1.20256846906e+00), ("left_", &[2, 2, 2], 7.77064999661e+00, -1.55511292754e+00), ("e", &[2, 2, 2], 3.89116383534e+00, -8.29453743885e-01)] },
    Case { graph: G178::GRAPH, params: (30, G178::PARAMS), state: "twice1.body.0.weight:1x1x3x3 twice1.body.0.bias:1 b.conv1.weight:2x1x2x2 b.conv1.bias:2 b.entry.body.0.weight:1x1x3x3 b.entry.body.0.bias:1", outputs: &[("end", &[1, 4, 5], 2.00113893244e+01, 2.38152312500e+00), ("last", &[1, 4, 5], 1.75172071770e+01, -1.54564993961e+00), ("b", &[1, 4, 5], 2.00285106669e+01, -1.79396562707e+00)] },
    Case { graph: G179::GRAPH, params: (6, G179::PARAMS), state: "c.weight:3x2x1x1", outputs: &[("last", &[2, 6, 4], 1.15220588892e+01, 1.11962527972e+00), ("body", &[2, 6, 4], 1.28306415099e+01, 1.42247200019e+00), ("c", &[3, 6, 4], 7.94487224546e+01, -2.42200122018e+00)] },
    Case { graph: G180::GRAPH, params: (78, G180::PARAMS), state: "body.conv1.weight:2x1x3x3 body.bn1.weight:2 body.bn1.bias:2 body.bn1.running_mean:2 body.bn1.running_var:2 conv1.weight:2x2x3x3 conv1.bias:2 conv2.weight:2x2x2x2 conv2.bias:2", outputs: &[("body", &[2, 6, 4], 5.27912114812e+01, 8.49601978939e-01), ("last", &[2, 6, 4], 4.74379180674e+01, 7.43666351109e-01)] },
    Case { graph: G181::GRAPH, params: (110, G181::PARAMS), state: "b.left_.a.weight:2x2x2x2 b.left_.a.bias:2 b.left_.left_.left.weight:1x2x1x1 b.left_.left_.left.bias:1 b.left_.left_.right.weight:1x2x3x3 b.left_.left_.right.bias:1 entry.0.weight:1x3x2x2 entry.0.bias:3 e.weight:1x6x3x3 e.bias:1", outputs: &[("e", &[1, 1, 1], 4.09485050724e-01, 1.04254597141e-01), ("entry", &[3, 3, 3], 1.74187204107e+01, 1.31183018673e+00), ("f", &[6, 1, 1], 3.88965004634e+00, 1.19254831777e-01)] },
    Case { graph: G182::GRAPH, params: (30, G182::PARAMS), state: "a.weight:1x1x3x3 a.bias:1 body.body.0.weight:1x1x3x3 body.body.0.bias:1 c.left_.weight:1x1x3x3 c.left_.bias:1", outputs: &[("last", &[1, 6, 4], 2.12060540204e+01, 5.03286951054e+00), ("entry", &[1, 6, 4], 3.41073739811e+01, 7.46832413789e+00), ("body", &[1, 6, 4], 4.37628763824e+01, 1.07879553172e+01)] },
    Case { graph: G183::GRAPH, params: (58, G183::PARAMS), state: "b.body.0.weight:2x2x3x3 b.body.0.bias:2 i_.weight:10 i_.bias:10 i_.running_mean:10 i_.running_var:10", outputs: &[("b", &[2, 4, 5], 2.42831168916e+01, -3.03930462947e+00), ("last", &[10, 4, 5], 1.00082113438e+02, 3.56200005694e+00)] },
    Case { graph: G184::GRAPH, params: (68, G184::PARAMS), state: "body.body.0.weight:2x2x3x3 body.body.0.bias:2 a.bn1.weight:2 a.bn1.bias:2 a.bn1.running_mean:2 a.bn1.running_var:2 a.bn2.weight:2 a.bn2.bias:2 a.bn2.running_mean:2 a.bn2.running_var:2 b.left.weight:1x2x1x1 b.left.bias:1 b.right.weight:1x2x3x3 b.right.bias:1", outputs: &[("body", &[2, 4, 5], 4.60500220515e+01, 1.20116083604e+00), ("last", &[1, 4, 5], 9.36197054182e+00, -1.18770679424e+00)] },
    Case { graph: G185::GRAPH, params: (0, G185::PARAMS), state: "", outputs: &[("e", &[2, 3, 4], 1.18264706916e+01, 1.66664640080e+00), ("f", &[2, 4, 5], 2.07794696805e+01, 2.65402615824e+00), ("last", &[2, 5, 6], 5.28834112910e+01, -2.33328146996e+00)] },
    Case { graph: G186::GRAPH, params: (97, G186::PARAMS), state: "entry.body.body.0.weight:1x1x3x3 entry.body.body.0.bias:1 body.end.body.0.weight:1x1x3x3 body.end.body.0.bias:1 left_.weight:2x1x3x3 left_.bias:2 a.weight:3x2x3x3 a.bias:3", outputs: &[("a", &[3, 2, 3], 1.65446573643e+01, -1.50049049645e-01), ("f", &[3, 2, 3], 8.82296995709e+00, 1.59212454419e-01)] },
    Case { graph: G187::GRAPH, params: (372, G187::PARAMS), state: "conv1.weight:2x6x3x3 conv1.bias:2 b.conv1.weight:2x2x3x3 b.conv1.bias:2 e.left.weight:2x11x1x1 e.left.bias:2 e.right.weight:2x11x3x3 e.right.bias:2", outputs: &[("d", &[2, 2, 2], 1.08140157321e+01, 1.68185382828e+00), ("body", &[3, 1, 1], 5.42717555072e+00, 2.21152025679e-01)] },
    Case { graph: G188::GRAPH, params: (13, G188::PARAMS), state: "body.weight:2x2x1x1 conv_transpose1.weight:2x1x2x2 conv_transpose1.bias:1", outputs: &[("last", &[1, 4, 6], 3.06528117199e+01, 2.40206132027e+00), ("end", &[2, 2, 3], 1.58702984812e+01, -2.90749759213e+00)] },
    Case { graph: G189::GRAPH, params: (207, G189::PARAMS), state: "fc1.weight:2x24 fc1.bias:2 body.0.weight:2x2 body.0.bias:2 body.b.0.weight:3x2 body.b.0.bias:3 body.b.a.entry.weight:4x3 body.b.a.entry.bias:4 body.entry.0.weight:3x11 body.entry.0.bias:3 body.entry.body.weight:3x1x3x3 body.entry.body.bias:3 left_.weight:2x3x3x3 left_.bias:2 a.weight:2x2x1x1", outputs: &[("a", &[2, 6, 4], 1.35098818049e+02, -8.54432487378e+00), ("left_", &[2, 6, 4], 1.49774400379e+02, -6.41909539325e-01), ("body", &[3, 6, 4], 1.12137757052e+02, -1.04245367403e+01)] },
    Case { graph: G190::GRAPH, params: (150, G190::PARAMS), state: "a.left_.a.weight:3 a.left_.a.bias:3 a.left_.a.running_mean:3 a.left_.a.running_var:3 a.a.weight:2x3x3x3 a.a.bias:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 d.left_.a.weight:3x3x3x3 d.left_.a.bias:3", outputs: &[("body", &[3, 4, 5], 4.52776070548e+01, 1.67359551406e+00), ("a", &[2, 6, 10], 1.69594853860e+02, 1.09222712532e+01), ("d", &[3, 5, 6], 8.24990140577e+01, -3.78488296231e+00)] },
    Case { graph: G191::GRAPH, params: (179, G191::PARAMS), state: "left_.conv1.weight:3x3x3x3 left_.conv1.bias:3 conv1.weight:1x3x1x1 conv2.weight:1x3x3x3 conv2.bias:1 body.left.weight:2x3x1x1 body.left.bias:2 body.right.weight:2x3x3x3 body.right.bias:2", outputs: &[("a", &[3, 3, 4], 2.11580311443e+00, 8.93121317346e-02), ("last", &[2, 1, 2], 2.09421391791e+00, -5.16677926921e-01), ("body", &[2, 1, 2], 2.15467040068e+00, -5.32586803571e-01)] },
    Case { graph: G192::GRAPH, params: (0, G192::PARAMS), state: "", outputs: &[("last", &[1, 4, 4], 4.26443008621e+00, -1.80629413684e-01), ("entry", &[1, 4, 4], 7.09621407410e+00, 1.59387132243e+00)] },
    Case { graph: G193::GRAPH, params: (10, G193::PARAMS), state: "left_.0.weight:1x1x3x3 left_.0.bias:1", outputs: &[("last", &[1, 6, 4], 2.60264946939e+01, -6.92867356184e-01), ("a", &[1, 6, 4], 2.27555943751e+01, -5.46897043355e-01), ("entry", &[1, 6, 4], 3.64542833510e+01, 2.94704943048e-01)] },
    Case { graph: G194::GRAPH, params: (115, G194::PARAMS), state: "conv1.weight:3x2x3x3 conv1.bias:3 b.left_.end.conv1.weight:2x3x3x3 b.left_.end.bn1.weight:2 b.left_.end.bn1.bias:2 b.left_.end.bn1.running_mean:2 b.left_.end.bn1.running_var:2", outputs: &[("last", &[2, 1, 1], 1.79025928509e+00, -7.69555567669e-02), ("b", &[2, 2, 2], 7.99500955572e+00, -1.34148752731e+00)] },
    Case { graph: G195::GRAPH, params: (136, G195::PARAMS), state: "left__0.weight:2x2x3x3 left__0.bias:2 left__1.weight:2x2x3x3 left__1.bias:2 unit1.conv1.weight:3x2x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3", outputs: &[("last", &[3, 6, 6], 7.30576232555e+01, 7.34600868741e-03), ("left__1", &[2, 6, 6], 8.50604290268e+01, -3.24474590530e+00)] },
    Case { graph: G196::GRAPH, params: (193, G196::PARAMS), state: "conv_transpose1.weight:1x2x2x2 conv_transpose1.bias:2 left_.conv1.weight:2x2x3x3 left_.bn1.weight:2 left_.bn1.bias:2 left_.bn1.running_mean:2 left_.bn1.running_var:2 end.0.weight:2x2x3x3 end.0.bias:2 end.1.weight:2x2x3x3 end.1.bias:2 end.2.weight:2x2x3x3 end.2.bias:2 c.c.weight:1x2x2x2 c.c.bias:1 a.weight:1x1x3x3 a.bias:1 d.weight:1x1x3x3 d.bias:1", outputs: &[("d", &[1, 1, 1], 1.29427023081e-01, 3.29882748255e-02), ("end", &[2, 6, 6], 6.78094557747e+01, 2.44645040990e-01), ("left_", &[2, 12, 12], 1.95035019730e+02, 8.53547000850e+00)] },
    Case { graph: G197::GRAPH, params: (86, G197::PARAMS), state: "end.left_.weight:3x1x3x3 end.left_.bias:3 conv1.weight:2x3x3x3 conv1.bias:2", outputs: &[("a", &[5, 6, 4], 7.47323345973e+01, -5.84229988598e+00), ("left_", &[2, 6, 4], 6.92522472535e+01, 7.62947407628e+00)] },
    Case { graph: G198::GRAPH, params: (157, G198::PARAMS), state: "a.left_.body.weight:3x1x3x3 a.left_.body.bias:3 a.left_.end.weight:2x3x3x3 a.left_.end.bias:2 end.1.end.0.weight:6x1x2x2 end.1.end.0.bias:1 end.1.g_0.weight:1x1x3x3 end.1.g_0.bias:1 end.1.g_1.weight:1x1x3x3 end.1.g_1.bias:1 d.entry.weight:3x2x2x2 d.entry.bias:2", outputs: &[("a", &[3, 6, 6], 1.26160648436e+02, -2.30922136417e+00), ("d", &[2, 12, 12], 1.55878044708e+05, 6.46610920698e+03)] },
    Case { graph: G199::GRAPH, params: (138, G199::PARAMS), state: "b.a.weight:3x3x3x3 b.a.bias:3 body.body.left_.weight:3x3x2x2 body.body.left_.bias:3 a.weight:1x3x2x2 a.bias:3", outputs: &[("left_", &[1, 4, 4], 1.47522114734e+01, -1.38841016388e+00), ("a", &[3, 8, 8], 1.97460031669e+02, 2.80719605649e+00), ("last", &[3, 1, 1], 2.59437168388e+00, 1.12142009108e+00)] },
    Case { graph: G200::GRAPH, params: (97, G200::PARAMS), state: "twice1.body.0.weight:3x3x3x3 twice1.body.0.bias:3 end.weight:3x1x2x2 end.bias:1", outputs: &[("a", &[3, 5, 6], 4.74892175954e+01, -2.23210839953e+00), ("body", &[3, 5, 6], 9.69201638220e+01, 3.79002352504e+00), ("g", &[2, 10, 12], 3.39871037662e+02, -1.06225813395e+01)] },
    Case { graph: G201::GRAPH, params: (108, G201::PARAMS), state: "body.c.weight:2x3x1x1 body.d.left.weight:1x2x1x1 body.d.left.bias:1 body.d.right.weight:1x2x3x3 body.d.right.bias:1 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 bn2.weight:2 bn2.bias:2 bn2.running_mean:2 bn2.running_var:2 bn3.weight:2 bn3.bias:2 bn3.running_mean:2 bn3.running_var:2 c.left.weight:2x1x1x1 c.left.bias:2 c.right.weight:2x1x3x3 c.right.bias:2 fork1.left.weight:2x2x1x1 fork1.left.bias:2 fork1.right.weight:2x2x3x3 fork1.right.bias:2", outputs: &[("c", &[2, 3, 2], 2.54716326921e+01, -2.50816906532e+00), ("b", &[2, 3, 2], 5.02577877010e+01, 5.18385939117e+00), ("last", &[2, 3, 2], 2.06990564707e+01, -4.96167470179e-01)] },
    Case { graph: G202::GRAPH, params: (368, G202::PARAMS), state: "end.a.body.conv1.weight:2x3x3x3 end.a.body.bn1.weight:2 end.a.body.bn1.bias:2 end.a.body.bn1.running_mean:2 end.a.body.bn1.running_var:2 b.conv1.weight:1x2x3x3 b.conv1.bias:1 e.weight:2x144 e.bias:2 prelu1.weight:1", outputs: &[("e", &[2], 3.76308642714e+00, -8.48379388686e-01), ("end", &[2, 6, 6], 1.07209632095e+02, -1.11919118580e+01), ("d", &[2], 3.34768684180e+00, -1.88351743541e-01)] },
    Case { graph: G203::GRAPH, params: (38, G203::PARAMS), state: "left_.body.0.weight:2x2x3x3 left_.body.0.bias:2", outputs: &[("last", &[2, 6, 4], 1.81064720169e+01, -1.59710896903e+00), ("left_", &[2, 6, 4], 4.03733012408e+01, -4.01280379128e+00), ("d", &[2, 6, 4], 4.39861769906e+01, -4.05173074983e+00)] },
    Case { graph: G204::GRAPH, params: (116, G204::PARAMS), state: "conv1.weight:3x1x2x2 conv1.bias:3 c.left.weight:2x3x1x1 c.left.bias:2 c.right.weight:2x3x3x3 c.right.bias:2 a.weight:1x2x2x2 a.bias:1 g.weight:1x3x3x3 g.bias:1", outputs: &[("end", &[3, 3, 3], 5.28119661713e+01, -9.85351236474e+00), ("body_0", &[3, 3, 3], 3.14404287557e+01, 6.20957634207e+00), ("a", &[1, 1, 1], 1.89118517694e+00, 4.56898571263e-01)] },
    Case { graph: G205::GRAPH, params: (192, G205::PARAMS), state: "entry.b.weight:2x3x3x3 entry.b.bias:2 entry.c.body.weight:1x2x2x2 entry.c.body.bias:1 entry.g.1.conv1.weight:1x3x3x3 entry.g.1.conv1.bias:1 left_.conv_transpose1.weight:1x3x2x2 left_.conv_transpose1.bias:3 d.weight:2x3x3x3 d.bias:2 g.body.weight:1x2x2x2 g.body.bias:1 g.2.left_.weight:1x2x3x3 g.2.left_.bias:1", outputs: &[("g", &[2, 2, 2], 2.50891372638e+02, 7.23238878401e+01), ("f", &[2, 1, 1], 1.81951637212e+00, -1.11877058146e-01)] },
    Case { graph: G206::GRAPH, params: (228, G206::PARAMS), state: "conv1.weight:3x3x3x3 conv1.bias:3 entry.weight:3x3x2x2 entry.bias:3 g.1.weight:2x3x1x1 conv2.weight:1x2x3x3 conv2.bias:1 conv3.weight:2x2x3x3 conv3.bias:2 conv4.weight:2x2x3x3 conv4.bias:2 o.weight:2 o.bias:2 o.running_mean:2 o.running_var:2", outputs: &[("e", &[3, 2, 2], 8.13229624974e+00, -7.76546055282e-01), ("last", &[2, 1, 1], 3.68536973886e-02, -6.71370768579e-03), ("entry", &[3, 1, 1], 3.79598203859e+00, -2.21315689969e-01)] },
    Case { graph: G207::GRAPH, params: (57, G207::PARAMS), state: "entry.weight:3x2x3x3 entry.bias:3", outputs: &[("entry", &[3, 2, 3], 1.98152738211e+01, -2.33274778893e-01), ("body", &[3, 2, 3], 9.93771432131e+00, -7.78970246260e-02)] },
    Case { graph: G208::GRAPH, params: (45, G208::PARAMS), state: "b.weight:3x2x2x2 b.bias:2 f.a.body.weight:1x2x3x3 f.a.body.bias:1", outputs: &[("b", &[2, 8, 8], 1.29252544561e+02, -3.13440727569e+00), ("f", &[1, 6, 6], 4.52521969691e+01, 4.05404932301e+00)] },
    Case { graph: G209::GRAPH, params: (130, G209::PARAMS), state: "c.left.weight:2x2x1x1 c.left.bias:2 c.right.weight:2x2x3x3 c.right.bias:2 e.weight:1x2x3x3 e.bias:1 b.left_.weight:3x1x1x1 conv_transpose1.weight:3x2x2x2 conv_transpose1.bias:2 a.body.0.weight:2x2x3x3 a.body.0.bias:2", outputs: &[("a", &[2, 8, 10], 1.03472261980e+02, 1.38427964787e+00), ("e", &[1, 5, 6], 3.85090019226e+01, 3.11702140700e+00), ("entry", &[2, 5, 6], 1.05430018912e+01, -1.72946808700e+00)] },
    Case { graph: G210::GRAPH, params: (173, G210::PARAMS), state: "conv1.weight:1x2x2x2 conv1.bias:1 left_.body.a.weight:3x1x3x3 left_.body.a.bias:3 left_.body.c.0.weight:1x3x1x1 left_.body.b.conv1.weight:1x3x3x3 left_.body.b.conv1.bias:1 e.weight:3x3x1x1 entry.weight:3x3x3x3 entry.bias:3 conv2.weight:2x3x1x1 conv3.weight:2x2x1x1", outputs: &[("last", &[2, 6, 6], 1.36759431613e+01, 1.84867300478e+00), ("left_", &[3, 3, 3], 4.22485649458e+01, -6.12612396555e+00)] },
    Case { graph: G211::GRAPH, params: (0, G211::PARAMS), state: "", outputs: &[("end", &[1, 6, 6], 1.17187221946e+01, 1.46075459809e+00), ("left_", &[2, 6, 6], 5.18147560434e+01, -6.67605176499e-01), ("entry", &[2, 6, 6], 1.52520736299e+01, -1.13697529715e+00)] },
    Case { graph: G212::GRAPH, params: (126, G212::PARAMS), state: "entry.b.entry.entry.weight:2x3x3x3 entry.b.entry.entry.bias:2 c.weight:3x3x2x2 c.bias:3 left_.end.conv1.weight:1x3x3x3 left_.end.bn1.weight:1 left_.end.bn1.bias:1 left_.end.bn1.running_mean:1 left_.end.bn1.running_var:1 left_.a.weight:1 left_.a.bias:1 left_.a.running_mean:1 left_.a.running_var:1", outputs: &[("last", &[3, 4, 4], 4.23340188409e+01, -2.07614905105e+00), ("c", &[3, 2, 2], 1.20764845655e+01, 4.31842381727e-01)] },
    Case { graph: G213::GRAPH, params: (11, G213::PARAMS), state: "left_.0.weight:1x1x1x1 left_.1.weight:1x1x1x1 left_.2.weight:1x1x1x1 left_.entry.1.weight:1x1x2x2 left_.entry.1.bias:1 end.b_0.weight:1 end.b_1.weight:1 end.b_2.weight:1", outputs: &[("last", &[1, 9, 11], 1.28147017640e+02, -2.86638610462e+00), ("left_", &[1, 9, 11], 1.54004152817e+02, -3.48688601058e+00)] },
    Case { graph: G214::GRAPH, params: (33, G214::PARAMS), state: "bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 a.weight:1x2x3x3 a.bias:1 body.weight:1x1x3x3 body.bias:1", outputs: &[("body", &[1, 4, 5], 2.77889183288e+01, 2.85725144568e+00), ("c", &[1, 4, 5], 2.61131744338e+01, 3.13135748114e+00)] },
    Case { graph: G215::GRAPH, params: (4, G215::PARAMS), state: "left_.bn1.weight:2 left_.bn1.bias:2 left_.bn1.running_mean:2 left_.bn1.running_var:2", outputs: &[("e", &[2, 7, 9], 1.63018105519e+02, -2.15832833040e+00), ("a", &[2, 7, 9], 1.52583774106e+02, -1.89890707989e+00)] },
    Case { graph: G216::GRAPH, params: (208, G216::PARAMS), state: "end.weight:3x4x3x3 end.bias:3 c.c.weight:1x4x3x3 c.c.bias:1 unit1.conv1.weight:3x2x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3", outputs: &[("b", &[2, 4, 5], 4.45351455747e+01, 2.37829238818e+00), ("left_", &[4, 4, 5], 8.00248342892e+01, 3.81433742943e+00)] },
    Case { graph: G217::GRAPH, params: (38, G217::PARAMS), state: "left_.b.weight:1x2x2x2 left_.b.bias:2 d.body.weight:1x1x3x3 d.body.bias:1 f_0.weight:1 f_0.bias:1 f_0.running_mean:1 f_0.running_var:1 f_1.weight:1 f_1.bias:1 f_1.running_mean:1 f_1.running_var:1 f_2.weight:1 f_2.bias:1 f_2.running_mean:1 f_2.running_var:1 c.body.entry.left.weight:1x1x1x1 c.body.entry.left.bias:1 c.body.entry.right.weight:1x1x3x3 c.body.entry.right.bias:1", outputs: &[("c", &[1, 3, 3], 1.08298153945e+01, -2.66310984158e+00), ("f_1", &[1, 6, 6], 4.43755694115e+01, 1.97481890106e+00), ("d", &[1, 6, 6], 2.51148745882e+01, -3.38801803660e+00)] },
    Case { graph: G218::GRAPH, params: (38, G218::PARAMS), state: "body.weight:2x2x3x3 body.bias:2", outputs: &[("body", &[2, 2, 3], 2.06988952794e+01, 2.36403512395e+00), ("last", &[2, 3, 4], 2.64447304581e+01, 1.67566493438e+00)] },
    Case { graph: G219::GRAPH, params: (38, G219::PARAMS), state: "end.weight:2x2x3x3 end.bias:2", outputs: &[("body", &[2, 6, 4], 7.36116625211e+01, 3.85719119686e+00), ("end", &[2, 6, 4], 5.10926319961e+01, 1.75681880651e+00), ("entry", &[2, 6, 4], 6.78732974229e+01, 6.40475030119e+00)] },
    Case { graph: G220::GRAPH, params: (130, G220::PARAMS), state: "entry.b.left.weight:1x3x1x1 entry.b.left.bias:1 entry.b.right.weight:1x3x3x3 entry.b.right.bias:1 conv_transpose1.weight:1x2x2x2 conv_transpose1.bias:2 k.body.0.weight:2x2x3x3 k.body.0.bias:2 g_0.weight:2 g_0.bias:2 g_0.running_mean:2 g_0.running_var:2 g_1.weight:2 g_1.bias:2 g_1.running_mean:2 g_1.running_var:2 g_2.weight:2 g_2.bias:2 g_2.running_mean:2 g_2.running_var:2 l.weight:2x2x3x3 l.bias:2", outputs: &[("k", &[2, 8, 10], 1.02386728129e+02, 6.28555313225e+00), ("l", &[2, 8, 10], 2.02952151112e+02, 1.31685100999e+01)] },
    Case { graph: G221::GRAPH, params: (124, G221::PARAMS), state: "a.weight:1x1x1x1 end.weight:6x2x2x2 end.bias:2 f.conv1.weight:3x2x3x3 f.bn1.weight:3 f.bn1.bias:3 f.bn1.running_mean:3 f.bn1.running_var:3 left_.weight:1x3x2x2 left_.bias:1", outputs: &[("k", &[1, 5, 3], 3.92405976550e+00, -5.30725180077e-01), ("end", &[2, 12, 8], 1.86701633085e+02, -2.96634813986e+00)] },
    Case { graph: G222::GRAPH, params: (78, G222::PARAMS), state: "end.a.conv1.weight:2x2x3x3 end.a.conv1.bias:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 conv1.weight:2x2x2x2 conv1.bias:2 conv2.weight:2x2x2x2 conv2.bias:2", outputs: &[("last", &[2, 1, 1], 2.09145762024e+00, 3.27210973665e-01), ("c", &[2, 1, 1], 5.54238030850e+00, 8.38478409562e-01), ("end", &[2, 6, 6], 1.74751447747e+02, -1.45751128984e+00)] },
    Case { graph: G223::GRAPH, params: (115, G223::PARAMS), state: "left_.b.conv1.weight:3x1x3x3 left_.b.bn1.weight:3 left_.b.bn1.bias:3 left_.b.bn1.running_mean:3 left_.b.bn1.running_var:3 b.b.weight:5x2x2x2 b.b.bias:2 b.1.weight:3x2x1x1 b.body.weight:1x3x3x3 b.body.bias:1 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3", outputs: &[("last", &[3, 3, 3], 1.56161740951e+01, -1.55137699143e+00), ("b", &[1, 8, 8], 9.29367725593e+01, 1.90901664798e+00)] },
    Case { graph: G224::GRAPH, params: (126, G224::PARAMS), state: "left_.left_.left_.end.conv1.weight:1x4x3x3 left_.left_.left_.end.conv1.bias:1 left_.left_.c.conv1.weight:2x3x3x3 left_.left_.c.bn1.weight:2 left_.left_.c.bn1.bias:2 left_.left_.c.bn1.running_mean:2 left_.left_.c.bn1.running_var:2 conv1.weight:1x6x2x2 conv1.bias:1 d_0.weight:1 d_0.bias:1 d_0.running_mean:1 d_0.running_var:1 d_1.weight:1 d_1.bias:1 d_1.running_mean:1 d_1.running_var:1 d_2.weight:1 d_2.bias:1 d_2.running_mean:1 d_2.running_var:1", outputs: &[("left_", &[8, 4, 4], 1.23675613945e+02, 2.26512656262e+00), ("last", &[1, 2, 2], 1.79884941257e+00, -1.56948024559e-03)] },
    Case { graph: G225::GRAPH, params: (38, G225::PARAMS), state: "left_.body.0.weight:2x2x3x3 left_.body.0.bias:2", outputs: &[("entry", &[2, 12, 12], 1.26953900036e+01, -4.32387180062e-01), ("left_", &[2, 6, 6], 5.94160691121e+01, 1.11607496245e+00)] },
    Case { graph: G226::GRAPH, params: (218, G226::PARAMS), state: "b.a.weight:3x2x3x3 b.a.bias:3 o.conv1.weight:3x3x1x1 o.a.left.weight:3x3x1x1 o.a.left.bias:3 o.a.right.weight:3x3x3x3 o.a.right.bias:3 z20.weight:2x3x3x3 z20.bias:2", outputs: &[("z19", &[2, 2, 3], 1.54498952134e+01, 2.05291564476e+00), ("last", &[2, 2, 3], 1.47517418804e+01, -7.25498781838e-01), ("left_", &[2, 2, 3], 1.54498952134e+01, 2.05291564476e+00)] },
    Case { graph: G227::GRAPH, params: (51, G227::PARAMS), state: "conv_transpose1.weight:3x1x2x2 conv_transpose1.bias:1 bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 body.body.left.weight:1x1x1x1 body.body.left.bias:1 body.body.right.weight:1x1x3x3 body.body.right.bias:1 h.fork1.left.weight:2x1x1x1 h.fork1.left.bias:2 h.fork1.right.weight:2x1x3x3 h.fork1.right.bias:2", outputs: &[("h", &[2, 8, 8], 8.52358642393e+01, -1.85958180474e+00), ("e", &[1, 8, 8], 6.54095023515e+01, 2.88801139589e+00), ("last", &[1, 8, 8], 8.76978699885e+01, 1.16980296591e+00)] },
    Case { graph: G228::GRAPH, params: (84, G228::PARAMS), state: "b.body.0.weight:3x3x3x3 b.body.0.bias:3", outputs: &[("left_", &[3, 5, 6], 6.07792901679e+01, 5.52460819459e+00), ("body", &[3, 5, 6], 1.02855113625e+02, 3.98998835786e+00)] },
    Case { graph: G229::GRAPH, params: (129, G229::PARAMS), state: "end.weight:2x3x3x3 end.bias:2 e.conv1.weight:1x3x3x3 e.conv1.bias:1 b.weight:2x3x2x2 b.bias:2 k.body.conv1.weight:1x2x3x3 k.body.conv1.bias:1", outputs: &[("k", &[4, 6, 6], 1.19856796630e+02, -3.57135925009e+00), ("end", &[2, 6, 6], 8.03921463829e+01, 7.66540432327e+00), ("b", &[2, 3, 3], 1.56590507329e+01, 2.09418704459e+00)] },
    Case { graph: G230::GRAPH, params: (89, G230::PARAMS), state: "b.end.end.weight:2 b.end.end.bias:2 b.end.end.running_mean:2 b.end.end.running_var:2 b.end.left_.entry.weight:2x2x3x3 b.end.left_.entry.bias:2 unit1.conv1.weight:1x2x3x3 unit1.bn1.weight:1 unit1.bn1.bias:1 unit1.bn1.running_mean:1 unit1.bn1.running_var:1 k.weight:3x2x2x2 k.bias:3", outputs: &[("b", &[2, 12, 12], 2.19842670629e+02, -2.50299010956e-02), ("k", &[3, 6, 6], 1.49454975496e+02, 7.85648614390e+00), ("left_", &[2, 12, 12], 3.01669833491e+02, 6.88212444505e+00)] },
    Case { graph: G231::GRAPH, params: (305, G231::PARAMS), state: "d.weight:3x3x3x3 d.bias:3 b.body.0.weight:2x2x3x3 b.body.0.bias:2 left_.b.weight:3x60 left_.b.bias:3", outputs: &[("d", &[3, 4, 5], 7.31295594798e+01, 3.62080898763e+00), ("left_", &[3], 3.49890395223e+00, -7.96394187129e-03), ("b", &[2, 5, 6], 3.79496360471e+01, 1.94117478428e+00)] },
    Case { graph: G232::GRAPH, params: (120, G232::PARAMS), state: "end.entry.body.weight:4 end.entry.body.bias:4 end.entry.body.running_mean:4 end.entry.body.running_var:4 a.body.weight:2x4x3x3 a.body.bias:2 left_.weight:2x2x3x3 left_.bias:2", outputs: &[("left_", &[2, 1, 1], 1.77103122425e+00, -2.76977379003e-01), ("b", &[4, 6, 4], 9.70309726819e+01, 5.06426507949e-01)] },
    Case { graph: G233::GRAPH, params: (123, G233::PARAMS), state: "e.weight:1x12x2x2 e.bias:1 left_.weight:2x4x3x3 left_.bias:2", outputs: &[("body", &[4, 4, 4], 5.84876966942e+01, -3.77597363014e+00), ("last", &[2, 2, 2], 6.04727724734e+00, -6.54779102122e-01)] },
    Case { graph: G234::GRAPH, params: (19, G234::PARAMS), state: "end.body.0.weight:1x1x3x3 end.body.0.bias:1 body.weight:3x3x1x1", outputs: &[("last", &[3, 6, 4], 2.34025001861e+00, -2.50448971549e-01), ("end", &[1, 6, 4], 1.62076108628e+01, -1.23129021281e+00)] },
    Case { graph: G235::GRAPH, params: (146, G235::PARAMS), state: "conv1.weight:2x2x3x3 conv1.bias:2 b.left_.left.weight:2x2x1x1 b.left_.left.bias:2 b.left_.right.weight:2x2x3x3 b.left_.right.bias:2 f.fork1.left.weight:1x2x1x1 f.fork1.left.bias:1 f.fork1.right.weight:1x2x3x3 f.fork1.right.bias:1 end.a.weight:2 end.a.bias:2 end.a.running_mean:2 end.a.running_var:2 i_.body.0.weight:2x2x3x3 i_.body.0.bias:2", outputs: &[("f", &[1, 1, 1], 5.84113451805e-01, 1.47948858586e-01), ("i_", &[2, 2, 2], 1.09033474379e+01, 1.09017722973e+00), ("end", &[2, 2, 2], 2.53815472190e+01, -2.39969247655e+00)] },
    Case { graph: G236::GRAPH, params: (103, G236::PARAMS), state: "b.body.0.weight:2x2x3x3 b.body.0.bias:2 end.body.weight:2x2x3x3 end.body.bias:2 conv_transpose1.weight:2x3x2x2 conv_transpose1.bias:3", outputs: &[("body", &[2, 5, 6], 6.05997358703e+01, 3.66208609395e+00), ("b", &[2, 5, 6], 3.81652021557e+01, 3.09702260755e+00), ("last", &[3, 6, 8], 1.26580858654e+02, 4.93230642549e+00)] },
    Case { graph: G237::GRAPH, params: (61, G237::PARAMS), state: "conv1.weight:2x2x3x3 conv1.bias:2 conv2.weight:2x2x1x1 c.left_.2.weight:1x2x3x3 c.left_.2.bias:1", outputs: &[("a", &[2, 1, 2], 4.90275678506e+00, -8.32192080088e-01), ("c", &[3, 1, 2], 6.48022983794e+00, 1.75805399914e+00)] },
    Case { graph: G238::GRAPH, params: (153, G238::PARAMS), state: "b.conv1.weight:2x1x3x3 b.bn1.weight:2 b.bn1.bias:2 b.bn1.running_mean:2 b.bn1.running_var:2 end.weight:1x2x3x3 end.bias:1 a.weight:1x3x2x2 a.bias:3 fork1.left.weight:1x3x1x1 fork1.left.bias:1 fork1.right.weight:1x3x3x3 fork1.right.bias:1 h.left.weight:1x3x1x1 h.left.bias:1 h.right.weight:1x3x3x3 h.right.bias:1 d.weight:2x3x1x1 k.weight:3x2x2x2 k.bias:3", outputs: &[("b", &[2, 6, 4], 3.45328894980e+01, -2.07081217001e+00), ("entry", &[3, 3, 2], 2.12579770927e+01, 1.96792356741e+00), ("k", &[3, 6, 4], 9.66683920444e+01, 1.37531892240e+01)] },
    Case { graph: G239::GRAPH, params: (5, G239::PARAMS), state: "end.weight:1 m.weight:2 m.bias:2 m.running_mean:2 m.running_var:2", outputs: &[("k", &[2, 5, 3], 5.95129331107e+01, 1.88900032428e+00), ("m", &[2, 5, 3], 5.75481694274e+01, -6.58284441546e-01)] },
    Case { graph: G240::GRAPH, params: (38, G240::PARAMS), state: "a.left_.weight:1x3x3x3 a.left_.bias:1 entry.body.0.weight:1x1x3x3 entry.body.0.bias:1", outputs: &[("end", &[1, 2, 3], 2.19808775883e+01, 6.74546734413e+00), ("entry", &[1, 2, 3], 9.00309644588e+00, 3.06251341790e+00)] },
    Case { graph: G241::GRAPH, params: (37, G241::PARAMS), state: "entry.entry.weight:2x2x2x2 entry.entry.bias:2 left_.conv1.weight:1x2x3x3 left_.conv1.bias:1", outputs: &[("last", &[2, 11, 11], 3.45519456767e+02, -9.64026402800e+00), ("body", &[2, 11, 11], 4.38781469039e+02, -1.33027678634e+01)] },
    Case { graph: G242::GRAPH, params: (141, G242::PARAMS), state: "c.0.weight:3x2x3x3 c.0.bias:3 end.body.0.weight:3x3x3x3 end.body.0.bias:3", outputs: &[("b", &[2, 4, 4], 3.04680774147e+01, 1.30814940768e-01), ("last", &[3, 4, 4], 5.83625316648e+01, -6.74414446787e+00)] },
    Case { graph: G243::GRAPH, params: (256, G243::PARAMS), state: "c.body.0.weight:2x2x3x3 c.body.0.bias:2 e.end.d.weight:2x2x2x2 e.end.d.bias:2 end.weight:4x48 end.bias:4 n.b.weight:2 n.b.bias:2 n.b.running_mean:2 n.b.running_var:2", outputs: &[("n", &[2, 6, 4], 5.19656136723e+01, -2.29592242272e-01), ("e", &[2, 6, 4], 6.12444923196e+01, 6.29838839390e+00), ("d", &[2, 6, 4], 3.99494539699e+01, 2.03375060476e+00)] },
    Case { graph: G244::GRAPH, params: (60, G244::PARAMS), state: "entry.weight:2x2x2x2 entry.bias:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 left_.body.0.weight:2x2x3x3 left_.body.0.bias:2", outputs: &[("entry", &[2, 2, 2], 1.33507697114e+01, -3.04515235851e+00), ("last", &[2, 2, 2], 1.22030991906e+01, -2.33657864489e+00)] },
    Case { graph: G245::GRAPH, params: (149, G245::PARAMS), state: "c.left_.body.weight:2x2x1x1 c.left_.2.weight:1x2x1x1 c.body.weight:1x2x2x2 c.body.bias:2 d.0.b.conv1.weight:1x1x3x3 d.0.b.conv1.bias:1 d.body.weight:2x3x2x2 d.body.bias:2 d.a.a.weight:4x18 d.a.a.bias:4 end.weight:4x4 end.bias:4 e.entry.0.weight:1", outputs: &[("c", &[2, 12, 12], 2.13124406384e+02, -2.18749539745e+00), ("d", &[4], 7.95359334029e+00, 3.47872271801e+00), ("e", &[4], 4.01394099807e+00, 1.03327096997e+00)] },
    Case { graph: G246::GRAPH, params: (249, G246::PARAMS), state: "b.body.b.weight:2x3x2x2 b.body.b.bias:2 b.body.fork1.left.weight:3x3x1x1 b.body.fork1.left.bias:3 b.body.fork1.right.weight:3x3x3x3 b.body.fork1.right.bias:3 b.twice1.body.0.weight:2x2x3x3 b.twice1.body.0.bias:2 a.end.weight:2x3x2x2 a.end.bias:3 left_.b.conv1.weight:1x3x3x3 left_.b.bn1.weight:1 left_.b.bn1.bias:1 left_.b.bn1.running_mean:1 left_.b.bn1.running_var:1 fork1.left.weight:2x1x1x1 fork1.left.bias:2 fork1.right.weight:2x1x3x3 fork1.right.bias:2 conv1.weight:1x2x2x2 conv1.bias:1", outputs: &[("a", &[3, 12, 8], 3.42893168538e+02, -7.74206420317e-01), ("last", &[1, 6, 4], 1.80488983393e+01, -1.67525264268e+00), ("b", &[2, 6, 4], 8.31087518799e+01, 5.19819792792e+00)] },
    Case { graph: G247::GRAPH, params: (110, G247::PARAMS), state: "a.weight:2x2x2x2 a.bias:2 c.body.weight:1x2x1x1 c.entry.weight:1x1x3x3 c.entry.bias:1 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 twice1.body.0.weight:2x2x3x3 twice1.body.0.bias:2 g.weight:2x2x3x3 g.bias:2", outputs: &[("g", &[2, 10, 12], 4.52086001632e+02, 1.08388666804e+01), ("body", &[2, 10, 12], 4.20656503054e+02, -2.56209532879e+01)] },
    Case { graph: G248::GRAPH, params: (4, G248::PARAMS), state: "b.weight:2x2x1x1", outputs: &[("left_", &[2, 4, 4], 3.23664912490e+01, 6.19440169508e-01), ("b", &[2, 4, 4], 3.60681350650e+01, 8.22101404471e-01), ("last", &[2, 4, 4], 2.79425897794e+01, 5.42056930422e-01)] },
    Case { graph: G249::GRAPH, params: (157, G249::PARAMS), state: "left_.body.weight:2x2x1x1 left_.end.1.weight:3x2x3x3 left_.end.1.bias:3 conv1.weight:1x3x3x3 conv1.bias:1 conv2.weight:1x3x1x1 prelu1.weight:1 prelu2.weight:1 prelu3.weight:1 e.body.0.weight:2x1x3x3 e.body.0.bias:2 e.body.1.a.weight:2 e.body.1.a.bias:2 e.body.1.a.running_mean:2 e.body.1.a.running_var:2 e.body.1.c.weight:2x2x3x3 e.body.1.c.bias:2", outputs: &[("a", &[3, 2, 3], 2.74708123541e+00, 7.17684215369e-02), ("e", &[2, 2, 3], 9.32129328042e+00, -1.66326014078e+00)] },
    Case { graph: G250::GRAPH, params: (183, G250::PARAMS), state: "conv1.weight:3x3x3x3 conv1.bias:3 a.weight:3x3x1x1 c.weight:3x3x3x3 c.bias:3 entry.a.weight:3 entry.a.bias:3 entry.a.running_mean:3 entry.a.running_var:3", outputs: &[("entry", &[3, 1, 1], 5.79232975888e+00, 2.93700909169e+00), ("c", &[3, 1, 1], 1.40046469819e+00, -2.63629621508e-01)] },
    Case { graph: G251::GRAPH, params: (60, G251::PARAMS), state: "conv_transpose1.weight:2x2x2x2 conv_transpose1.bias:2 left_.d.c.a.body.0.weight:2x2x3x3 left_.d.c.a.body.0.bias:2 left_.bn1.weight:2 left_.bn1.bias:2 left_.bn1.running_mean:2 left_.bn1.running_var:2", outputs: &[("body", &[2, 12, 12], 8.08416103765e+01, -3.43726169412e+00), ("last", &[2, 12, 12], 6.89968797543e+01, -3.28523436249e+00)] },
    Case { graph: G252::GRAPH, params: (70, G252::PARAMS), state: "body.conv1.weight:2x1x2x2 body.conv1.bias:2 body.left_.conv1.weight:3x2x3x3 body.left_.bn1.weight:3 body.left_.bn1.bias:3 body.left_.bn1.running_mean:3 body.left_.bn1.running_var:3", outputs: &[("b", &[3, 1, 1], 9.07964074167e-01, 4.04860161918e-01), ("a", &[1, 2, 2], 4.93338889582e+00, -5.65878957585e-01)] },
    Case { graph: G253::GRAPH, params: (0, G253::PARAMS), state: "", outputs: &[("c", &[4, 6, 6], 1.26086174702e+02, -8.02502779260e-01), ("body", &[3, 6, 6], 9.45646310267e+01, -3.27831985680e+00), ("left_", &[2, 6, 6], 6.30430873511e+01, 2.38878328768e+00)] },
    Case { graph: G254::GRAPH, params: (431, G254::PARAMS), state: "unit1.conv1.weight:1x1x3x3 unit1.bn1.weight:1 unit1.bn1.bias:1 unit1.bn1.running_mean:1 unit1.bn1.running_var:1 a.a.weight:3x1x1x1 end.conv1.weight:3x3x2x2 end.conv1.bias:3 end.left_.weight:1x3x1x1 conv1.weight:3x7x3x3 conv1.bias:3 unit2.conv1.weight:3x3x3x3 unit2.bn1.weight:3 unit2.bn1.bias:3 unit2.bn1.running_mean:3 unit2.bn1.running_var:3 left_.left.weight:3x3x1x1 left_.left.bias:3 left_.right.weight:3x3x3x3 left_.right.bias:3", outputs: &[("last", &[3, 6, 4], 4.96577651337e+01, 4.86824467167e+00), ("left_", &[3, 4, 2], 1.59707317476e+01, -1.20071792727e+00)] },
    Case { graph: G255::GRAPH, params: (249, G255::PARAMS), state: "conv1.weight:1x2x3x3 conv1.bias:1 body.body.0.left.weight:1x2x1x1 body.body.0.left.bias:1 body.body.0.right.weight:1x2x3x3 body.body.0.right.bias:1 body.body.b.conv1.weight:1x1x3x3 body.body.b.conv1.bias:1 body.b.0.conv1.weight:3x2x3x3 body.b.0.conv1.bias:3 body.b.end.conv1.weight:2x6x3x3 body.b.end.bn1.weight:2 body.b.end.bn1.bias:2 body.b.end.bn1.running_mean:2 body.b.end.bn1.running_var:2 a.conv1.weight:1x3x3x3 a.bn1.weight:1 a.bn1.bias:1 a.bn1.running_mean:1 a.bn1.running_var:1", outputs: &[("a", &[1, 6, 4], 1.32548423933e+01, -3.21547348861e+00), ("last", &[1, 6, 4], 7.77643364012e+00, 1.55187044632e+00)] },
    Case { graph: G256::GRAPH, params: (120, G256::PARAMS), state: "a.weight:2x3x2x2 a.bias:2 unit1.conv1.weight:1x2x3x3 unit1.bn1.weight:1 unit1.bn1.bias:1 unit1.bn1.running_mean:1 unit1.bn1.running_var:1 e.left.weight:1x1x1x1 e.left.bias:1 e.right.weight:1x1x3x3 e.right.bias:1 body.left_.weight:2x2x3x3 body.left_.bias:2 body.body.weight:1x2x3x3 body.body.bias:1 body.end.weight:1x1x2x2 body.end.bias:1", outputs: &[("e", &[1, 2, 2], 3.52383635711e+00, 4.42881727429e-01), ("b", &[2, 2, 2], 1.02052614492e+01, -1.83391051060e+00), ("body", &[1, 1, 1], 1.46838121922e+00, 3.43172876206e-01)] },
    Case { graph: G257::GRAPH, params: (0, G257::PARAMS), state: "", outputs: &[("last", &[3, 2, 2], 2.41076120128e+00, 4.94306602205e-03), ("a", &[3, 3, 3], 7.55920548219e+00, -9.34438266564e-01), ("b", &[3, 4, 4], 2.26672510829e+01, 9.86091363604e-01)] },
    Case { graph: G258::GRAPH, params: (19, G258::PARAMS), state: "c.weight:1x2x2x2 c.bias:1 left_.weight:1x1x3x3 left_.bias:1", outputs: &[("left_", &[1, 2, 4], 7.91269598586e+00, -1.12192058537e+00), ("f", &[1, 2, 3], 7.15911211044e+00, -9.64281693079e-02), ("g", &[1, 2, 3], 5.60114609624e+00, -6.41555705923e-01)] },
    Case { graph: G259::GRAPH, params: (47, G259::PARAMS), state: "d.weight:2x1x3x3 d.bias:2 h.left_.left_.left_.weight:1x1x2x2 h.left_.left_.left_.bias:1 h.end.left.weight:1x1x1x1 h.end.left.bias:1 h.end.right.weight:1x1x3x3 h.end.right.bias:1 o.body.0.weight:1x1x3x3 o.body.0.bias:1", outputs: &[("o", &[1, 2, 1], 1.90469919171e+00, 6.39835561874e-03), ("i_", &[2, 4, 2], 1.38695869518e+01, 5.37544564617e-01), ("d", &[2, 4, 2], 1.37405465575e+01, -1.07567810827e+00)] },
    Case { graph: G260::GRAPH, params: (4, G260::PARAMS), state: "entry.weight:2 entry.bias:2 entry.running_mean:2 entry.running_var:2", outputs: &[("c", &[2, 6, 6], 8.67326460563e+00, -1.72813962779e-01), ("entry", &[2, 6, 6], 1.13214374739e+02, 1.09765886203e+01), ("body", &[2, 6, 6], 1.76963725414e+01, -2.78952942343e+00)] },
    Case { graph: G261::GRAPH, params: (110, G261::PARAMS), state: "d.0.weight:3x3x3x3 d.0.bias:3 a.weight:3x2x2x2 a.bias:2", outputs: &[("a", &[2, 2, 2], 1.18705757183e+01, 1.58281124732e+00), ("d", &[3, 1, 1], 4.45831409321e+00, -1.17505858649e+00)] },
    Case { graph: G262::GRAPH, params: (38, G262::PARAMS), state: "body.weight:2x1x3x3 body.bias:2 a.weight:2x2x2x2 a.bias:2", outputs: &[("left__1", &[2, 2, 3], 9.53339054440e+00, 7.17262250342e-01), ("g", &[2, 2, 3], 9.53267275852e+00, 7.17479708514e-01), ("left__0", &[2, 2, 3], 9.60445134694e+00, 6.95733891120e-01)] },
    Case { graph: G263::GRAPH, params: (195, G263::PARAMS), state: "a.b.body.body.weight:2x2x3x3 a.b.body.body.bias:2 a.b.body.twice1.body.0.weight:2x2x3x3 a.b.body.twice1.body.0.bias:2 b.a.weight:1x2x2x2 b.a.bias:1 b.b.c.weight:3x1x3x3 b.b.c.bias:3 end.b.weight:2x2x3x3 end.b.bias:2 end.entry.body.0.weight:2x2x3x3 end.entry.body.0.bias:2 end.2.weight:2 end.2.bias:2 end.2.running_mean:2 end.2.running_var:2", outputs: &[("end", &[2, 3, 4], 3.50394164174e+01, 3.04300822388e+00), ("b", &[4, 2, 2], 2.88796787812e+01, -4.39359167438e+00), ("a", &[4, 3, 4], 1.56156719366e+01, 8.52005399845e-01)] },
    Case { graph: G264::GRAPH, params: (188, G264::PARAMS), state: "a.conv1.weight:2x1x3x3 a.bn1.weight:2 a.bn1.bias:2 a.bn1.running_mean:2 a.bn1.running_var:2 conv1.weight:2x2x3x3 conv1.bias:2 f.conv1.weight:2x2x3x3 f.conv1.bias:2 e.body.body.conv1.weight:2x4x3x3 e.body.body.conv1.bias:2 e.body.a_0.weight:4 e.body.a_0.bias:4 e.body.a_0.running_mean:4 e.body.a_0.running_var:4 e.body.a_1.weight:4 e.body.a_1.bias:4 e.body.a_1.running_mean:4 e.body.a_1.running_var:4", outputs: &[("f", &[4, 4, 5], 7.95369572156e+01, -8.28040767894e+00), ("a", &[2, 4, 5], 4.32701750714e+01, 3.20179189272e+00), ("e", &[4, 4, 5], 1.16544380572e+02, 1.42001023731e+00)] },
    Case { graph: G265::GRAPH, params: (278, G265::PARAMS), state: "d_0.weight:1 d_1.weight:1 f.entry.a.left.weight:3x9x1x1 f.entry.a.left.bias:3 f.entry.a.right.weight:3x9x3x3 f.entry.a.right.bias:3", outputs: &[("f", &[12, 3, 4], 6.23989178823e+01, 1.83455646377e+00), ("body", &[9, 4, 5], 1.28884825327e+02, -1.49597526954e+00)] },
    Case { graph: G266::GRAPH, params: (0, G266::PARAMS), state: "", outputs: &[("end", &[3, 6, 6], 2.36346034750e+02, 1.31567744583e+00), ("left_", &[3, 6, 6], 2.45777238018e+02, -6.60985823945e-01)] },
    Case { graph: G267::GRAPH, params: (10, G267::PARAMS), state: "body.entry.body.0.weight:1x1x3x3 body.entry.body.0.bias:1", outputs: &[("last", &[1, 10, 12], 1.21830353491e+02, -3.65313701863e+00), ("d", &[1, 10, 12], 5.09899979857e+01, -1.76914342458e+00), ("b", &[1, 10, 12], 1.43984790349e+02, -4.52767861001e+00)] },
    Case { graph: G268::GRAPH, params: (185, G268::PARAMS), state: "entry.weight:1x3x2x2 entry.bias:1 left_.weight:3x1x3x3 left_.bias:3 body.weight:3x3x3x3 body.bias:3 unit1.conv1.weight:2x3x3x3 unit1.bn1.weight:2 unit1.bn1.bias:2 unit1.bn1.running_mean:2 unit1.bn1.running_var:2", outputs: &[("m", &[3, 1, 1], 2.38530244457e+00, 4.64202185799e-01), ("left_", &[3, 1, 1], 2.38530244457e+00, 4.64202185799e-01)] },
    Case { graph: G269::GRAPH, params: (85, G269::PARAMS), state: "end.0.weight:2x24 end.0.bias:2 end.end.weight:3x2 end.end.bias:3 end.a.weight:2x3 end.a.bias:2 a.weight:2x2 a.bias:2 left_.entry.weight:4x2 left_.entry.bias:4", outputs: &[("left_", &[4], 8.99703335232e+00, -2.04795362280e+00), ("end", &[2], 1.01404845679e+01, -2.82578386554e-01), ("a", &[2], 3.61070745179e+00, 1.84043392232e-01)] },
    Case { graph: G270::GRAPH, params: (516, G270::PARAMS), state: "end.weight:3x2x2x2 end.bias:2 left_.entry.entry.weight:2x192 left_.entry.entry.bias:2 left_.entry.end.weight:4x2 left_.entry.end.bias:4 left_.entry.e.weight:2x4 left_.entry.e.bias:2 left_.d.b.b.weight:3x2 left_.d.b.b.bias:3 left_.d.entry.fc1.weight:2x4 left_.d.entry.fc1.bias:2 left_.d.c.weight:1 body.entry_0.weight:1 body.entry_1.weight:1 body.entry_2.weight:1 d.weight:3x1x1x1 conv1.weight:2x3x3x3 conv1.bias:2", outputs: &[("last", &[2, 4, 5], 4.48001170213e+01, 8.21361923028e-01), ("left_", &[4], 6.13496775134e+00, -1.29273426223e-01)] },
    Case { graph: G271::GRAPH, params: (84, G271::PARAMS), state: "twice1.body.0.weight:3x3x3x3 twice1.body.0.bias:3", outputs: &[("body", &[3, 4, 4], 1.06319957115e+02, 1.64335846085e+00), ("last", &[3, 4, 4], 4.69787391739e+01, 4.86231645225e+00), ("left_", &[3, 4, 4], 1.72017916996e+02, 1.18634453136e+00)] },
    Case { graph: G272::GRAPH, params: (133, G272::PARAMS), state: "conv_transpose1.weight:2x1x2x2 conv_transpose1.bias:1 d.0.weight:1x1x3x3 d.0.bias:1 d.1.weight:1x1x3x3 d.1.bias:1 d.2.weight:1x1x3x3 d.2.bias:1 d.end.entry.conv1.weight:3x1x3x3 d.end.entry.conv1.bias:3 d.end.entry.fc1.weight:4x15 d.end.entry.fc1.bias:4", outputs: &[("d", &[4], 9.15591049946e+00, -3.49434428307e+00), ("last", &[2, 6, 4], 4.46160513217e+01, 1.55337264067e+00)] },
    Case { graph: G273::GRAPH, params: (20, G273::PARAMS), state: "body.0.conv1.weight:1x2x3x3 body.0.bn1.weight:1 body.0.bn1.bias:1 body.0.bn1.running_mean:1 body.0.bn1.running_var:1", outputs: &[("last", &[1, 6, 6], 2.85500857725e+01, -7.45719383851e-01), ("a", &[2, 6, 6], 6.32579028491e+01, -2.63931695391e+00)] },
    Case { graph: G274::GRAPH, params: (183, G274::PARAMS), state: "b.b.weight:3x1x2x2 b.b.bias:3 b.end.weight:3x3x3x3 b.end.bias:3 entry.b.body.0.weight:3x3x3x3 entry.b.body.0.bias:3", outputs: &[("entry", &[3, 1, 1], 2.21559263634e+00, -9.29431806037e-01), ("b", &[3, 3, 3], 2.84350978199e+01, -4.99604112064e+00), ("a", &[3, 2, 2], 1.16916844126e+01, 2.05966010783e+00)] },
    Case { graph: G275::GRAPH, params: (28, G275::PARAMS), state: "end.weight:1 end.bias:1 end.running_mean:1 end.running_var:1 left_.end_0.weight:1 left_.end_0.bias:1 left_.end_0.running_mean:1 left_.end_0.running_var:1 left_.end_1.weight:1 left_.end_1.bias:1 left_.end_1.running_mean:1 left_.end_1.running_var:1 b.conv1.weight:2x1x3x3 b.bn1.weight:2 b.bn1.bias:2 b.bn1.running_mean:2 b.bn1.running_var:2", outputs: &[("b", &[2, 6, 6], 4.73674408771e+01, -1.62146016246e+00), ("a", &[1, 6, 6], 5.54326320924e+01, 1.92465733333e+00), ("last", &[1, 6, 6], 3.12175429838e+01, 3.37045516988e-01)] },
    Case { graph: G276::GRAPH, params: (244, G276::PARAMS), state: "a.body.0.weight:2x2x3x3 a.body.0.bias:2 e.conv1.weight:1x4x3x3 e.bn1.weight:1 e.bn1.bias:1 e.bn1.running_mean:1 e.bn1.running_var:1 h_0.weight:3x3x3x3 h_0.bias:3 h_1.weight:3x3x3x3 h_1.bias:3", outputs: &[("e", &[1, 4, 5], 2.84794436351e+01, 2.99757612410e+00), ("last", &[3, 4, 5], 7.47228722246e+01, 6.18978974149e-01), ("h_0", &[3, 4, 5], 8.07864487032e+01, 1.41531478081e+00)] },
    Case { graph: G277::GRAPH, params: (30, G277::PARAMS), state: "entry.weight:3x1x3x3 entry.bias:3", outputs: &[("entry", &[3, 2, 2], 1.57958693063e+01, 2.03921151910e+00), ("c", &[3, 4, 5], 7.49343539984e+01, -5.06159363743e+00)] },
    Case { graph: G278::GRAPH, params: (190, G278::PARAMS), state: "body.conv_transpose1.weight:9x2x2x2 body.conv_transpose1.bias:2 left_.weight:2x2x3x3 left_.bias:2 c.body.weight:2x9x2x2 c.body.bias:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2", outputs: &[("end", &[2, 12, 8], 1.89341870979e+02, 8.13244554933e+00), ("d", &[2, 3, 2], 1.18338669362e+01, 8.30357902819e-02), ("last", &[2, 12, 8], 7.93718267252e+01, 5.31118731268e-01)] },
    Case { graph: G279::GRAPH, params: (258, G279::PARAMS), state: "b.0.body.body.0.weight:3x3x3x3 b.0.body.body.0.bias:3 b.0.entry.end.body.0.weight:3x3x3x3 b.0.entry.end.body.0.bias:3 b.0.entry.1.conv1.weight:2x3x3x3 b.0.entry.1.bn1.weight:2 b.0.entry.1.bn1.bias:2 b.0.entry.1.bn1.running_mean:2 b.0.entry.1.bn1.running_var:2 b.b.b.weight:1x3x1x1 d.end.conv1.weight:1x3x3x3 d.end.bn1.weight:1 d.end.bn1.bias:1 d.end.bn1.running_mean:1 d.end.bn1.running_var:1", outputs: &[("left_", &[3, 11, 7], 1.75123731640e+02, 7.73556296296e+00), ("b", &[1, 11, 7], 4.56722327348e+01, -2.50193021260e-01), ("d", &[1, 11, 7], 5.41996672775e+01, -6.11809226586e-01)] },
    Case { graph: G280::GRAPH, params: (163, G280::PARAMS), state: "entry.conv1.weight:2x1x3x3 entry.bn1.weight:2 entry.bn1.bias:2 entry.bn1.running_mean:2 entry.bn1.running_var:2 end.body.weight:3x2x3x3 end.body.bias:3 b.weight:1 e.conv1.weight:1x2x3x3 e.bn1.weight:1 e.bn1.bias:1 e.bn1.running_mean:1 e.bn1.running_var:1 d.b.weight:3x20 d.b.bias:3", outputs: &[("e", &[1, 4, 5], 2.68460769603e+01, 3.47656876768e+00), ("d", &[3], 1.30434606473e+00, -5.48017768736e-01), ("last", &[3], 1.21894596520e+00, -4.99825548861e-01)] },
    Case { graph: G281::GRAPH, params: (34, G281::PARAMS), state: "b.weight:1 b.bias:1 b.running_mean:1 b.running_var:1 left__0.weight:1 left__1.weight:1 a.weight:3x1x3x3 a.bias:3", outputs: &[("left__0", &[1, 6, 6], 7.42800974928e+01, 3.56335880368e+00), ("a", &[3, 6, 6], 1.53402279994e+02, 1.09399013122e+01)] },
    Case { graph: G282::GRAPH, params: (50, G282::PARAMS), state: "a.0.entry.weight:3 a.0.entry.bias:3 a.0.entry.running_mean:3 a.0.entry.running_var:3 a.entry.weight:2x3x1x1 a.b.weight:2x2x3x3 a.b.bias:2", outputs: &[("a", &[2, 3, 4], 5.93154865969e+01, 4.19627271371e+00), ("b", &[2, 1, 2], 1.02298758214e+01, 3.49833316448e+00)] },
    Case { graph: G283::GRAPH, params: (18, G283::PARAMS), state: "b.entry.weight:2x2x2x2 b.entry.bias:2", outputs: &[("last", &[2, 4, 5], 4.41114373292e+01, 3.62450475961e+00), ("b", &[2, 8, 10], 2.53739395171e+02, -2.14881907423e+01), ("a_0", &[2, 4, 5], 3.96143280299e+01, 3.33745693078e+00)] },
    Case { graph: G284::GRAPH, params: (153, G284::PARAMS), state: "left_.body.0.weight:1x1x3x3 left_.body.0.bias:1 body.body.conv1.weight:3x1x3x3 body.body.bn1.weight:3 body.body.bn1.bias:3 body.body.bn1.running_mean:3 body.body.bn1.running_var:3 e.weight:2x6x3x3 e.bias:2", outputs: &[("e", &[2, 4, 4], 2.07600046826e+01, 3.12450767747e-01), ("left_", &[1, 4, 4], 1.28732101773e+01, -2.32806256233e+00)] },
    Case { graph: G285::GRAPH, params: (10, G285::PARAMS), state: "left_.left_.body.0.weight:1x1x3x3 left_.left_.body.0.bias:1", outputs: &[("body", &[1, 4, 4], 7.61401320307e+00, -3.61596186535e-01), ("last", &[1, 4, 4], 3.08746260018e+00, 5.28941918171e-01)] },
    Case { graph: G286::GRAPH, params: (8, G286::PARAMS), state: "entry.end.bn1.weight:1 entry.end.bn1.bias:1 entry.end.bn1.running_mean:1 entry.end.bn1.running_var:1 entry.end.c.weight:3 entry.end.c.bias:3 entry.end.c.running_mean:3 entry.end.c.running_var:3", outputs: &[("a", &[3, 5, 6], 1.46185275366e+02, 1.24986246133e+01), ("entry", &[3, 5, 6], 9.45322048481e+01, 4.22723721089e+00)] },
    Case { graph: G287::GRAPH, params: (0, G287::PARAMS), state: "", outputs: &[("a", &[3, 6, 6], 2.35768335607e+00, 6.80274948934e-01), ("b", &[3, 6, 6], 1.84637932453e+01, 1.09052045696e+00), ("d", &[3, 6, 6], 1.31456015284e+01, -2.43325823013e+00)] },
    Case { graph: G288::GRAPH, params: (37, G288::PARAMS), state: "left_.weight:1x1x2x2 left_.bias:1 body.weight:1 body.bias:1 body.running_mean:1 body.running_var:1 e.left_.a.body.0.weight:1x1x3x3 e.left_.a.body.0.bias:1 e.left_.d.weight:2x1x3x3 e.left_.d.bias:2", outputs: &[("e", &[1, 16, 16], 1.37540063090e+02, 3.89693704991e+00), ("left_", &[1, 8, 8], 4.06052306575e+01, 1.89284314896e+00)] },
    Case { graph: G289::GRAPH, params: (288, G289::PARAMS), state: "left_.c.conv1.weight:3x1x3x3 left_.c.bn1.weight:3 left_.c.bn1.bias:3 left_.c.bn1.running_mean:3 left_.c.bn1.running_var:3 b.weight:1x3x1x1 body.1.weight:3x3x3x3 body.1.bias:3 body.2.weight:3x3x3x3 body.2.bias:3 body.3.weight:3x3x3x3 body.3.bias:3", outputs: &[("c", &[3, 1, 2], 8.34856542776e+00, 1.25454633701e+00), ("b", &[1, 5, 6], 2.86012872497e+01, -7.26313421215e-01)] },
    Case { graph: G290::GRAPH, params: (44, G290::PARAMS), state: "bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 bn2.weight:1 bn2.bias:1 bn2.running_mean:1 bn2.running_var:1 bn3.weight:1 bn3.bias:1 bn3.running_mean:1 bn3.running_var:1 entry.entry.weight:1x3x3x3 entry.entry.bias:1 e.body.0.weight:1x1x3x3 e.body.0.bias:1", outputs: &[("e", &[1, 4, 4], 6.95000363966e+00, -1.72977518064e+00), ("end", &[1, 4, 4], 2.62022749238e+01, -6.13719758811e+00), ("a", &[2, 4, 4], 3.31522785635e+01, -3.78151232847e-01)] },
    Case { graph: G291::GRAPH, params: (117, G291::PARAMS), state: "body.bn1.weight:2 body.bn1.bias:2 body.bn1.running_mean:2 body.bn1.running_var:2 body.entry.c.conv1.weight:1x2x2x2 body.entry.c.conv1.bias:1 body.entry.1.b.weight:2x1x3x3 body.entry.1.b.bias:2 body.entry.1.entry.weight:1x2x3x3 body.entry.1.entry.bias:1 d.0.weight:3x1x3x3 d.0.bias:3 c.weight:3x1x3x3 c.bias:3 conv1.weight:1x1x2x2 conv1.bias:1", outputs: &[("last", &[5, 3, 3], 5.73902158492e+01, 1.05144061375e+01), ("entry", &[3, 3, 3], 6.41674393956e+01, 1.04101287174e+00), ("body", &[1, 3, 3], 2.44399924911e+01, 4.40507105418e+00)] },
    Case { graph: G292::GRAPH, params: (10, G292::PARAMS), state: "entry.weight:1x1x3x3 entry.bias:1", outputs: &[("body", &[1, 4, 5], 6.65525303592e+00, -1.37171842409e+00), ("last", &[1, 8, 10], 3.26801022623e+01, -2.28923181513e+00), ("c", &[1, 4, 5], 9.13157129159e+00, -5.29923403871e-01)] },
    Case { graph: G293::GRAPH, params: (197, G293::PARAMS), state: "left_.weight:3x1x3x3 left_.bias:3 unit1.conv1.weight:1x3x3x3 unit1.bn1.weight:1 unit1.bn1.bias:1 unit1.bn1.running_mean:1 unit1.bn1.running_var:1 end.0.weight:2x1x3x3 end.0.bias:2 end.left_.twice1.body.0.weight:3x3x3x3 end.left_.twice1.body.0.bias:3 end.left_.left_.weight:1x3x1x1 end.left_.b.0.weight:1x2x2x2 end.left_.b.0.bias:1 body.unit1.conv1.weight:2x1x3x3 body.unit1.bn1.weight:2 body.unit1.bn1.bias:2 body.unit1.bn1.running_mean:2 body.unit1.bn1.running_var:2", outputs: &[("body", &[1, 4, 5], 5.06740843963e+01, 1.42720919234e-01), ("entry", &[1, 2, 2], 1.34626356768e+01, 1.51241079432e+00)] },
    Case { graph: G294::GRAPH, params: (258, G294::PARAMS), state: "unit1.conv1.weight:3x3x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3 body.body.conv1.weight:3x3x3x3 body.body.bn1.weight:3 body.body.bn1.bias:3 body.body.bn1.running_mean:3 body.body.bn1.running_var:3 twice1.body.0.weight:3x3x3x3 twice1.body.0.bias:3", outputs: &[("last", &[3, 8, 4], 5.11891870614e+01, 2.80786562407e+00), ("b", &[3, 5, 3], 2.02672498119e+01, 1.65010278303e+00), ("left_", &[3, 8, 4], 5.45720869575e+01, 1.49215909723e+00)] },
    Case { graph: G295::GRAPH, params: (66, G295::PARAMS), state: "entry.conv1.weight:3x2x3x3 entry.bn1.weight:3 entry.bn1.bias:3 entry.bn1.running_mean:3 entry.bn1.running_var:3 conv1.weight:2x3x1x1", outputs: &[("entry", &[3, 6, 6], 9.39542253076e+01, 6.67186250014e+00), ("last", &[2, 5, 5], 6.30302345765e+01, -9.89007624340e-01)] },
    Case { graph: G296::GRAPH, params: (129, G296::PARAMS), state: "b.weight:3 b.bias:3 b.running_mean:3 b.running_var:3 bn1.weight:6 bn1.bias:6 bn1.running_mean:6 bn1.running_var:6 a.a.left.weight:2x3x1x1 a.a.left.bias:2 a.a.right.weight:2x3x3x3 a.a.right.bias:2 conv1.weight:1x2x3x3 conv1.bias:1 conv2.weight:1x3x3x3 conv2.bias:1", outputs: &[("l", &[1, 6, 6], 1.93876733235e+01, 7.31431675229e-01), ("b", &[3, 6, 6], 1.38558279959e+02, -4.32974977590e+00), ("last", &[1, 6, 6], 4.69993408778e+00, -6.11239365025e-01)] },
    Case { graph: G297::GRAPH, params: (57, G297::PARAMS), state: "c.weight:3x2x3x3 c.bias:3", outputs: &[("last", &[2, 4, 4], 4.67584181266e+01, -1.28395576660e+00), ("c", &[3, 2, 2], 3.74759895636e+01, 8.89254241053e+00)] },
    Case { graph: G298::GRAPH, params: (111, G298::PARAMS), state: "b.a.left.weight:3x3x1x1 b.a.left.bias:3 b.a.right.weight:3x3x3x3 b.a.right.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3 a.weight:3x3x1x1", outputs: &[("b", &[3, 4, 5], 2.37459854594e+02, -6.72820901580e+00), ("e", &[3, 4, 5], 4.72459293822e+01, -3.99095547638e+00), ("a", &[3, 4, 5], 1.86403488808e+02, -2.01497491002e+00)] },
    Case { graph: G299::GRAPH, params: (42, G299::PARAMS), state: "c.weight:3 c.bias:3 c.running_mean:3 c.running_var:3 body.weight:3x1x2x2 body.bias:1 entry.weight:1 entry.bias:1 entry.running_mean:1 entry.running_var:1 f.body.0.weight:1x1x3x3 f.body.0.bias:1 e.end.conv1.weight:1x1x3x3 e.end.bn1.weight:1 e.end.bn1.bias:1 e.end.bn1.running_mean:1 e.end.bn1.running_var:1", outputs: &[("i_", &[1, 11, 11], 6.33152621170e+01, 3.69655715680e-01), ("e", &[1, 11, 11], 8.18329555862e+01, -3.60404671120e-01), ("body", &[1, 12, 12], 1.32197862188e+02, -9.25432635646e+00)] },
    Case { graph: G300::GRAPH, params: (83, G300::PARAMS), state: "a.weight:1x1x1x1 c.weight:2x1x3x3 c.bias:2 d.b.weight:1x2x3x3 d.b.bias:1 d.c.left_.body.0.weight:1x1x3x3 d.c.left_.body.0.bias:1 b.conv1.weight:3x1x3x3 b.bn1.weight:3 b.bn1.bias:3 b.bn1.running_mean:3 b.bn1.running_var:3", outputs: &[("b", &[3, 4, 5], 6.23001627362e+01, -1.97407890942e+00), ("last", &[1, 4, 5], 1.43270077561e+01, 1.95317255469e+00)] },
    Case { graph: G301::GRAPH, params: (64, G301::PARAMS), state: "a.left.weight:3x1x1x1 a.left.bias:3 a.right.weight:3x1x3x3 a.right.bias:3 b.body.weight:1x3x3x3 b.body.bias:1", outputs: &[("c", &[3, 6, 6], 6.31332843274e+01, 1.43289493309e+00), ("last", &[3, 6, 6], 1.03015589026e+02, -7.21128689279e+00)] },
    Case { graph: G302::GRAPH, params: (223, G302::PARAMS), state: "conv1.weight:3x5x3x3 conv1.bias:3 c.body.0.conv1.weight:3x3x3x3 c.body.0.conv1.bias:3 conv2.weight:1x1x1x1", outputs: &[("body", &[2, 4, 4], 7.87019993730e+00, 1.12862723615e+00), ("last", &[1, 4, 4], 8.96071691664e-01, -1.52306980391e-01), ("c", &[1, 4, 4], 1.52340387073e+01, -2.16877538399e-01)] },
    Case { graph: G303::GRAPH, params: (224, G303::PARAMS), state: "a.entry.weight:3x3x3x3 a.entry.bias:3 c.0.weight:3x3x3x3 c.0.bias:3 end.weight:2x3x3x3 end.bias:2", outputs: &[("entry", &[3, 5, 6], 1.71660952812e+02, 3.69917701458e+00), ("end", &[2, 5, 6], 7.24228234359e+01, 8.28708992601e+00), ("c", &[3, 5, 6], 1.33743565487e+02, 3.30630797529e+00)] },
    Case { graph: G304::GRAPH, params: (105, G304::PARAMS), state: "left_.a.weight:2x2x3x3 left_.a.bias:2 left_.b.conv_transpose1.weight:2x1x2x2 left_.b.conv_transpose1.bias:1 left_.b.conv1.weight:2x1x3x3 left_.b.conv1.bias:2 entry.weight:2x2x3x3 entry.bias:2", outputs: &[("e", &[2, 4, 4], 3.69004833521e+01, -1.60010574433e+00), ("b", &[2, 4, 4], 3.69004833521e+01, -1.60010574433e+00)] },
    Case { graph: G305::GRAPH, params: (430, G305::PARAMS), state: "left_.b.weight:3x3x3x3 left_.b.bias:3 body_0.weight:3 body_0.bias:3 body_0.running_mean:3 body_0.running_var:3 body_1.weight:3 body_1.bias:3 body_1.running_mean:3 body_1.running_var:3 end.weight:3 end.bias:3 end.running_mean:3 end.running_var:3 e.weight:2x3x3x3 e.bias:2 g.entry.weight:3 g.entry.bias:3 g.entry.running_mean:3 g.entry.running_var:3 m.a.conv1.weight:3x3x3x3 m.a.conv1.bias:3 m.d.left.weight:2x6x1x1 m.d.left.bias:2 m.d.right.weight:2x6x3x3 m.d.right.bias:2 d.conv1.weight:2x3x3x3 d.bn1.weight:2 d.bn1.bias:2 d.bn1.running_mean:2 d.bn1.running_var:2", outputs: &[("k", &[2, 4, 4], 2.38861108254e+01, -1.26769865023e+00), ("g", &[3, 4, 4], 4.88338366360e+01, -6.78322377989e+00), ("last", &[15, 4, 4], 1.64989223563e+02, -3.27587031423e+00)] },
    Case { graph: G306::GRAPH, params: (20, G306::PARAMS), state: "a.conv1.weight:2x1x3x3 a.conv1.bias:2", outputs: &[("a", &[3, 4, 4], 4.96303930457e+01, -6.46840802172e+00), ("left_", &[1, 4, 4], 1.47655509897e+01, 3.61935739079e+00)] },
    Case { graph: G307::GRAPH, params: (95, G307::PARAMS), state: "d.weight:1x4x3x3 d.bias:1 left_.weight:1x1x3x3 left_.bias:1 g.weight:2x1x2x2 g.bias:2 conv1.weight:2x2x3x3 conv1.bias:2", outputs: &[("end_0", &[4, 6, 6], 1.44598653965e+02, -4.02548812317e+00), ("last", &[2, 1, 1], 1.19915170534e+00, 2.39868654088e-01), ("a", &[4, 6, 6], 1.42084834082e+02, -4.84661965100e+00)] },
    Case { graph: G308::GRAPH, params: (42, G308::PARAMS), state: "body.body.0.weight:1x1x3x3 body.body.0.bias:1 c.conv1.weight:2x1x2x2 c.conv1.bias:2 c.body.left.weight:1x2x1x1 c.body.left.bias:1 c.body.right.weight:1x2x3x3 c.body.right.bias:1", outputs: &[("last", &[1, 4, 4], 2.42927711387e+01, 3.88022772595e+00), ("body", &[1, 6, 4], 4.35583541365e+01, -2.82641878522e+00)] },
    Case { graph: G309::GRAPH, params: (95, G309::PARAMS), state: "conv1.weight:3x2x3x3 conv1.bias:3 unit1.conv1.weight:1x4x3x3 unit1.bn1.weight:1 unit1.bn1.bias:1 unit1.bn1.running_mean:1 unit1.bn1.running_var:1", outputs: &[("c", &[1, 5, 6], 3.31624769508e+01, -8.83778432033e-01), ("last", &[1, 5, 6], 1.19198284311e+01, -3.34139779814e-01)] },
    Case { graph: G310::GRAPH, params: (118, G310::PARAMS), state: "unit1.conv1.weight:3x3x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3 a.a_0.weight:3 a.a_0.bias:3 a.a_0.running_mean:3 a.a_0.running_var:3 a.a_1.weight:3 a.a_1.bias:3 a.a_1.running_mean:3 a.a_1.running_var:3 a.a_2.weight:3 a.a_2.bias:3 a.a_2.running_mean:3 a.a_2.running_var:3 g.weight:3x1x2x2 g.bias:1", outputs: &[("b", &[1, 11, 11], 1.48273153906e+02, 3.41214311559e-01), ("body", &[1, 10, 10], 1.22416302625e+02, 2.78534815125e+00)] },
    Case { graph: G311::GRAPH, params: (95, G311::PARAMS), state: "conv1.weight:2x2x3x3 conv1.bias:2 entry.entry.weight:3x2x3x3 entry.entry.bias:3", outputs: &[("last", &[2, 2, 3], 1.02957766152e+01, 2.00072421612e+00), ("entry", &[2, 5, 6], 3.22031371784e+01, 2.38529653252e+00), ("body", &[2, 5, 6], 3.22031371784e+01, 2.38529653252e+00)] },
    Case { graph: G312::GRAPH, params: (135, G312::PARAMS), state: "conv1.weight:3x3x2x2 conv1.bias:3 left_.left.weight:3x3x1x1 left_.left.bias:3 left_.right.weight:3x3x3x3 left_.right.bias:3", outputs: &[("left_", &[3, 6, 4], 5.61707244150e+01, 3.93210214079e+00), ("a", &[3, 6, 4], 4.37457472791e+01, 3.67766644653e+00), ("last", &[3, 4, 5], 5.28834112910e+01, -2.33328146996e+00)] },
    Case { graph: G313::GRAPH, params: (83, G313::PARAMS), state: "body.b.weight:3x2x3x3 body.b.bias:3 body.d.weight:3x2x2x2 body.d.bias:2", outputs: &[("d", &[5, 1, 1], 5.75285435908e+00, 5.19405507580e-01), ("body", &[3, 3, 3], 3.08046998938e+01, 2.64393070228e+00)] },
    Case { graph: G314::GRAPH, params: (184, G314::PARAMS), state: "end.weight:3x1x2x2 end.bias:1 left_.a.fc1.weight:2x80 left_.a.fc1.bias:2 g.weight:3x2 g.bias:3", outputs: &[("entry", &[2], 6.12651022097e+00, 9.36145497511e-01), ("end", &[1, 8, 10], 1.20292476834e+02, 2.42375022338e-01), ("g", &[3], 1.07675315609e+01, -5.98705053910e+00)] },
    Case { graph: G315::GRAPH, params: (271, G315::PARAMS), state: "e.conv1.weight:2x3x3x3 e.bn1.weight:2 e.bn1.bias:2 e.bn1.running_mean:2 e.bn1.running_var:2 body.conv1.weight:1x3x3x3 body.conv1.bias:1 entry.a.weight:2x6x3x3 entry.a.bias:2 conv_transpose1.weight:6x3x2x2 conv_transpose1.bias:3", outputs: &[("end", &[6, 5, 5], 1.01685139700e+02, -5.15491702937e+00), ("a", &[3, 5, 5], 3.31003300927e+01, -3.64506603293e-01), ("last", &[3, 10, 10], 2.54431433081e+02, -4.00050194990e+00)] },
    Case { graph: G316::GRAPH, params: (75, G316::PARAMS), state: "body.end.a.weight:3x2x1x1 body.end.c.weight:1 c.conv1.weight:3x2x3x3 c.bn1.weight:3 c.bn1.bias:3 c.bn1.running_mean:3 c.bn1.running_var:3 left_.left_.weight:2 left_.left_.bias:2 left_.left_.running_mean:2 left_.left_.running_var:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2", outputs: &[("body", &[2, 4, 4], 3.15416770135e+01, 4.80463573277e-01), ("c", &[3, 4, 4], 5.21150956573e+01, -3.49617728666e+00), ("g", &[2, 4, 4], 2.67924280275e+01, 2.86386104133e-01)] },
    Case { graph: G317::GRAPH, params: (283, G317::PARAMS), state: "conv1.weight:3x4x1x1 e.weight:3x4x3x3 e.bias:3 d.c.weight:2x3x3x3 d.c.bias:2 d.body.body.0.weight:2x2x3x3 d.body.body.0.bias:2 f.left.weight:3x2x1x1 f.left.bias:3 f.right.weight:3x2x3x3 f.right.bias:3", outputs: &[("f", &[3, 2, 2], 1.91787539339e+00, 5.02123305348e-01), ("e", &[3, 4, 4], 3.74621928351e+01, 1.69131861980e+00)] },
    Case { graph: G318::GRAPH, params: (405, G318::PARAMS), state: "b.body.unit1.conv1.weight:3x2x3x3 b.body.unit1.bn1.weight:3 b.body.unit1.bn1.bias:3 b.body.unit1.bn1.running_mean:3 b.body.unit1.bn1.running_var:3 b.1.weight:3 b.1.bias:3 b.1.running_mean:3 b.1.running_var:3 d.conv1.weight:3x3x3x3 d.bn1.weight:3 d.bn1.bias:3 d.bn1.running_mean:3 d.bn1.running_var:3 f_0.weight:3x3x3x3 f_0.bias:3 f_1.weight:3x3x3x3 f_1.bias:3 f_2.weight:3x3x3x3 f_2.bias:3", outputs: &[("d", &[3, 5, 6], 1.18215824706e+02, 1.76106171921e+00), ("f_0", &[3, 5, 6], 1.18446818049e+02, 4.55516181821e+00), ("last", &[3, 5, 6], 9.53565801323e+01, 4.42657944090e+00)] },
    Case { graph: G319::GRAPH, params: (58, G319::PARAMS), state: "conv1.weight:1x1x3x3 conv1.bias:1 a.bn1.weight:1 a.bn1.bias:1 a.bn1.running_mean:1 a.bn1.running_var:1 h.body.b.0.weight:1x1x3x3 h.body.b.0.bias:1 h.body.b.end.weight:3x1x3x3 h.body.b.end.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3", outputs: &[("last", &[3, 6, 8], 9.91477602602e+01, -4.40712276984e+00), ("a", &[1, 4, 5], 1.39546088718e+01, -2.00910526511e+00), ("k", &[1, 8, 10], 5.58184354873e+01, 7.56239998105e-01)] },
    Case { graph: G320::GRAPH, params: (648, G320::PARAMS), state: "b.unit1.conv1.weight:2x3x3x3 b.unit1.bn1.weight:2 b.unit1.bn1.bias:2 b.unit1.bn1.running_mean:2 b.unit1.bn1.running_var:2 b.body.weight:2x1x2x2 b.body.bias:1 b.entry.c.weight:3 b.entry.c.bias:3 b.entry.c.running_mean:3 b.entry.c.running_var:3 body.weight:3x3x3x3 body.bias:3 fc1.weight:2x240 fc1.bias:2 d.entry.entry.b.weight:3x2 d.entry.entry.b.bias:3", outputs: &[("d", &[3], 5.98355029908e+00, -4.03527923157e-01), ("b", &[3, 8, 10], 6.26483034016e+02, -1.35541967780e+01)] },
    Case { graph: G321::GRAPH, params: (0, G321::PARAMS), state: "", outputs: &[("body", &[3, 8, 8], 8.96183697556e+01, 4.21463632955e+00), ("c", &[3, 8, 8], 8.85289734246e+01, 4.32236546598e+00)] },
    Case { graph: G322::GRAPH, params: (197, G322::PARAMS), state: "a.left_.conv1.weight:3x3x3x3 a.left_.bn1.weight:3 a.left_.bn1.bias:3 a.left_.bn1.running_mean:3 a.left_.bn1.running_var:3 end.end.body.0.weight:3x3x3x3 end.end.body.0.bias:3 e.body.entry.0.weight:3x2x2x2 e.body.entry.0.bias:2", outputs: &[("last", &[3, 4, 4], 2.75478102730e+01, -9.23971019767e-01), ("end", &[3, 4, 4], 2.90795833187e+01, -8.34738664441e-01), ("e", &[2, 8, 8], 4.63785616110e+01, 3.20706167835e-01)] },
    Case { graph: G323::GRAPH, params: (43, G323::PARAMS), state: "g.weight:2x1x2x2 g.bias:2 k.b.weight:2x1x2x2 k.b.bias:1 k.e.weight:3x1x2x2 k.e.bias:3 d.left_.weight:3x3x1x1", outputs: &[("d", &[3, 1, 1], 6.51513807517e+00, 1.86539860850e+00), ("k", &[3, 1, 1], 7.51835079786e+00, 1.54244609639e+00), ("body", &[1, 4, 4], 1.10092669301e+02, -9.93574868559e+00)] },
    Case { graph: G324::GRAPH, params: (98, G324::PARAMS), state: "b.weight:2x6x1x1 body.conv1.weight:2x2x1x1 fc1.weight:2x40 fc1.bias:2", outputs: &[("b", &[2, 4, 5], 2.74445272252e+01, -5.22111993005e-01), ("last", &[2], 2.28032744908e+00, 4.10398124173e-01), ("body", &[2, 4, 5], 1.16167361715e+01, -3.06326389608e-01)] },
    Case { graph: G325::GRAPH, params: (174, G325::PARAMS), state: "b.entry.end.weight:1x3x3x3 b.entry.end.bias:1 b.body.conv1.weight:3x1x3x3 b.body.bn1.weight:3 b.body.bn1.bias:3 b.body.bn1.running_mean:3 b.body.bn1.running_var:3 conv_transpose1.weight:3x1x2x2 conv_transpose1.bias:1 d.body.weight:2x3x3x3 d.body.bias:2 d.d.a.weight:2 d.d.a.bias:2 d.d.a.running_mean:2 d.d.a.running_var:2 d.d.f.conv1.weight:2x2x3x3 d.d.f.bn1.weight:2 d.d.f.bn1.bias:2 d.d.f.bn1.running_mean:2 d.d.f.bn1.running_var:2", outputs: &[("d", &[2, 4, 5], 9.55416419086e+00, -8.90931177885e-01), ("end", &[3, 8, 10], 4.71721824301e+02, -1.19033353014e+00)] },
    Case { graph: G326::GRAPH, params: (85, G326::PARAMS), state: "body.a.weight:1 f.weight:3x3x3x3 f.bias:3", outputs: &[("c", &[3, 6, 4], 4.57950994495e+01, -1.14659616217e+00), ("a", &[3, 6, 4], 6.24183307192e+01, -1.44636216019e+00), ("b", &[3, 6, 4], 7.11952466611e+01, -9.26034216719e+00)] },
    Case { graph: G327::GRAPH, params: (47, G327::PARAMS), state: "conv_transpose1.weight:1x1x2x2 conv_transpose1.bias:1 entry.body.0.weight:1x1x3x3 entry.body.0.bias:1 end.entry.weight:1 end.entry.bias:1 end.entry.running_mean:1 end.entry.running_var:1 conv1.weight:3x1x3x3 conv1.bias:3", outputs: &[("last", &[3, 6, 6], 5.58512151308e+01, -1.38912022017e+00), ("end", &[1, 6, 6], 6.02555193782e+01, 2.50354545293e+00)] },
    Case { graph: G328::GRAPH, params: (57, G328::PARAMS), state: "c.weight:3x2x3x3 c.bias:3", outputs: &[("a", &[2, 3, 4], 2.97993122426e+01, 2.28368086642e+00), ("c", &[3, 1, 2], 5.30409697572e+00, 4.57041061249e-01)] },
    Case { graph: G329::GRAPH, params: (31, G329::PARAMS), state: "body.a.weight:1x1x3x3 body.a.bias:1 conv1.weight:2x1x1x1 conv2.weight:1x2x3x3 conv2.bias:1", outputs: &[("left_", &[1, 4, 5], 1.30362662844e+01, 2.02942962635e+00), ("body", &[1, 4, 5], 1.96177216922e+01, -3.13953123659e-01), ("last", &[1, 2, 3], 1.02655637712e+00, -3.26645884407e-01)] },
    Case { graph: G330::GRAPH, params: (111, G330::PARAMS), state: "left_.weight:1 end.weight:2x6x3x3 end.bias:2", outputs: &[("body_0", &[2, 6, 6], 6.24183307192e+01, -1.44636216019e+00), ("left_", &[6, 6, 6], 9.63279470599e+01, -6.27418783342e+00), ("end", &[2, 4, 4], 3.32043935925e+01, 1.58437889928e+00)] },
    Case { graph: G331::GRAPH, params: (20, G331::PARAMS), state: "end.weight:2x1x3x3 end.bias:2", outputs: &[("last", &[1, 2, 3], 8.41267378031e+00, 1.74079234234e+00), ("body", &[1, 4, 6], 2.28464613592e+01, 1.43937468223e+00)] },
    Case { graph: G332::GRAPH, params: (51, G332::PARAMS), state: "end.weight:2 end.bias:2 end.running_mean:2 end.running_var:2 entry.left.weight:1x2x1x1 entry.left.bias:1 entry.right.weight:1x2x3x3 entry.right.bias:1 f.left__0.weight:1 f.left__0.bias:1 f.left__0.running_mean:1 f.left__0.running_var:1 f.left__1.weight:1 f.left__1.bias:1 f.left__1.running_mean:1 f.left__1.running_var:1 e.1.weight:2x1x1x1 g.weight:1x2x3x3 g.bias:1", outputs: &[("entry", &[1, 5, 6], 9.26560627463e+00, 7.23283608026e-01), ("left_", &[2, 5, 6], 6.08676913367e+01, -2.88281460464e+00)] },
    Case { graph: G333::GRAPH, params: (169, G333::PARAMS), state: "b.1.a.body.0.weight:2x2x3x3 b.1.a.body.0.bias:2 b.1.bn1.weight:2 b.1.bn1.bias:2 b.1.bn1.running_mean:2 b.1.bn1.running_var:2 b.1.bn2.weight:2 b.1.bn2.bias:2 b.1.bn2.running_mean:2 b.1.bn2.running_var:2 b.1.bn3.weight:2 b.1.bn3.bias:2 b.1.bn3.running_mean:2 b.1.bn3.running_var:2 c.1.b.weight:2 c.1.b.bias:2 c.1.b.running_mean:2 c.1.b.running_var:2 c.1.end.weight:3x2x3x3 c.1.end.bias:3 c.1.d.conv1.weight:2x3x3x3 c.1.d.bn1.weight:2 c.1.d.bn1.bias:2 c.1.d.bn1.running_mean:2 c.1.d.bn1.running_var:2", outputs: &[("b", &[2, 2, 2], 2.39741159967e+00, -3.53442410109e-01), ("left_", &[2, 2, 2], 9.86895471253e+00, 3.00913893472e+00)] },
    Case { graph: G334::GRAPH, params: (67, G334::PARAMS), state: "entry.end.weight:2x1x1x1 twice1.body.0.weight:2x2x3x3 twice1.body.0.bias:2 end.weight:2x3x2x2 end.bias:3", outputs: &[("body", &[3, 10, 6], 2.60703312684e+02, 1.45554308796e+01), ("entry", &[2, 6, 4], 3.66696865563e+01, -3.59851775955e+00), ("i_", &[3, 11, 7], 1.67894884745e+02, 2.39086793247e+00)] },
    Case { graph: G335::GRAPH, params: (50, G335::PARAMS), state: "entry.left.weight:2x2x1x1 entry.left.bias:2 entry.right.weight:2x2x3x3 entry.right.bias:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 g.conv1.weight:1x2x1x1", outputs: &[("g", &[2, 1, 1], 3.06449879791e+00, -1.06500589019e-01), ("c", &[2, 1, 1], 2.77918010238e+00, -4.82219303944e-01)] },
    Case { graph: G336::GRAPH, params: (190, G336::PARAMS), state: "entry.d.c.weight:2 entry.d.c.bias:2 entry.d.c.running_mean:2 entry.d.c.running_var:2 c.body.0.weight:1x1x3x3 c.body.0.bias:1 left_.a.entry.weight:3x2x3x3 left_.a.entry.bias:3 left_.a.body.fc1.weight:3x36 left_.a.body.fc1.bias:3 left_.a.body.a.weight:2x3 left_.a.body.a.bias:2", outputs: &[("c", &[1, 5, 6], 6.74979356350e+01, 9.34813680161e-01), ("left_", &[3, 4, 5], 5.64451494468e+01, 2.67939082375e+00), ("entry", &[2, 5, 6], 7.47005452302e+01, 8.03968622314e+00)] },
    Case { graph: G337::GRAPH, params: (24, G337::PARAMS), state: "f.weight:3x8x1x1", outputs: &[("f", &[3, 5, 6], 1.00852802907e+02, 8.64129910331e+00), ("a", &[8, 5, 6], 2.48469250024e+02, 3.47912144981e+00), ("g", &[5, 5, 6], 1.64390799263e+02, 6.27699798339e+00)] },
    Case { graph: G338::GRAPH, params: (28, G338::PARAMS), state: "end.a.weight:1x3x3x3 end.a.bias:1", outputs: &[("entry_1", &[1, 6, 4], 3.03444864871e+01, 2.42810071842e+00), ("last", &[1, 3, 2], 6.93627283979e+00, 1.20768079402e+00), ("entry_0", &[1, 6, 4], 2.61414585191e+01, 2.54908983980e+00)] },
    Case { graph: G339::GRAPH, params: (119, G339::PARAMS), state: "body.weight:2x3x3x3 body.bias:2 entry.weight:3x2x3x3 entry.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3", outputs: &[("end", &[2, 4, 2], 2.69705533062e+01, 4.67899771899e+00), ("body", &[2, 6, 4], 7.47619215522e+01, 1.15065539004e+01), ("entry", &[3, 4, 2], 4.13523282466e+01, -2.74040158330e+00)] },
    Case { graph: G340::GRAPH, params: (68, G340::PARAMS), state: "end.entry.weight:2x1x2x2 end.entry.bias:1 end.b.left_.weight:1x1x1x1 entry.conv1.weight:2x1x3x3 entry.bn1.weight:2 entry.bn1.bias:2 entry.bn1.running_mean:2 entry.bn1.running_var:2 conv1.weight:2x2x2x2 conv1.bias:2 conv2.weight:2x2x2x2 conv2.bias:2", outputs: &[("last", &[2, 3, 3], 2.37390738020e+01, 2.70064501759e+00), ("left_", &[1, 12, 12], 1.99960868122e+02, 5.99064022190e-01), ("end", &[1, 12, 12], 1.21565873711e+02, 3.64199965476e-01)] },
    Case { graph: G341::GRAPH, params: (0, G341::PARAMS), state: "", outputs: &[("end", &[2, 1, 1], 2.67733144950e+00, -5.20411810741e-02), ("left_", &[2, 1, 1], 2.67733144950e+00, -5.20411810741e-02)] },
    Case { graph: G342::GRAPH, params: (137, G342::PARAMS), state: "left_.end.weight:1x1x1x1 conv1.weight:2x1x3x3 conv1.bias:2 entry.weight:2x1x3x3 entry.bias:2 a.body.0.weight:2x2x3x3 a.body.0.bias:2 body.conv1.weight:2x1x3x3 body.conv1.bias:2 h.a.body.0.weight:2x2x3x3 h.a.body.0.bias:2", outputs: &[("h", &[2, 4, 4], 5.20885664209e+01, 1.38235396656e+00), ("c", &[2, 4, 4], 2.79807414818e+01, 1.06808663632e-02), ("g", &[2, 4, 4], 1.83216353362e+01, -7.83019522627e-01)] },
    Case { graph: G343::GRAPH, params: (40, G343::PARAMS), state: "conv_transpose1.weight:2x3x2x2 conv_transpose1.bias:3 left_.weight:3x1x2x2 left_.bias:1", outputs: &[("last", &[1, 15, 15], 6.41943345181e+01, -1.72044982726e+00), ("left_", &[1, 16, 16], 1.60225662488e+02, -5.67313446456e-01)] },
    Case { graph: G344::GRAPH, params: (4, G344::PARAMS), state: "entry.weight:2 entry.bias:2 entry.running_mean:2 entry.running_var:2", outputs: &[("entry", &[2, 4, 4], 5.12358438070e+01, -1.01881937163e+00), ("body", &[10, 4, 4], 4.06518967884e+01, 3.76607705170e+00)] },
    Case { graph: G345::GRAPH, params: (38, G345::PARAMS), state: "body.weight:2x2x3x3 body.bias:2", outputs: &[("body", &[2, 4, 4], 4.94964748003e+01, 4.39520221363e+00), ("left_", &[2, 4, 4], 1.71406623448e+01, -1.16660697384e+00), ("b", &[2, 4, 4], 1.71406623448e+01, -1.16660697384e+00)] },
    Case { graph: G346::GRAPH, params: (110, G346::PARAMS), state: "c.left_.conv_transpose1.weight:1x2x2x2 c.left_.conv_transpose1.bias:2 c.d.conv1.weight:1x2x3x3 c.d.bn1.weight:1 c.d.bn1.bias:1 c.d.bn1.running_mean:1 c.d.bn1.running_var:1 conv1.weight:2x2x3x3 conv1.bias:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 conv2.weight:2x2x3x3 conv2.bias:2", outputs: &[("last", &[1, 8, 10], 1.16479061088e+02, 1.29754570947e+00), ("b", &[2, 8, 10], 2.61526227473e+01, -4.63575758545e-01), ("end", &[2, 5, 7], 1.49640352371e+02, -1.62248494661e+01)] },
    Case { graph: G347::GRAPH, params: (57, G347::PARAMS), state: "end.end.entry.weight:3x2x3x3 end.end.entry.bias:3", outputs: &[("last", &[4, 5, 6], 1.03411292678e+02, 6.15986480458e+00), ("a", &[4, 5, 6], 1.19983145803e+02, 7.30321265683e+00), ("end", &[4, 5, 6], 1.19983145803e+02, 7.30321265683e+00)] },
    Case { graph: G348::GRAPH, params: (67, G348::PARAMS), state: "body.body.weight:2 body.body.bias:2 body.body.running_mean:2 body.body.running_var:2 body.2.weight:1x2x3x3 body.2.bias:1 fork1.left.weight:2x2x1x1 fork1.left.bias:2 fork1.right.weight:2x2x3x3 fork1.right.bias:2", outputs: &[("body", &[1, 5, 6], 8.62742390510e+01, -1.54782258054e+00), ("last", &[2, 1, 2], 2.89042206129e+00, -7.04117266680e-01)] },
    Case { graph: G349::GRAPH, params: (15, G349::PARAMS), state: "entry.weight:1x3x1x1 end.body.0.weight:1x1x3x3 end.body.0.bias:1 conv1.weight:1x1x1x1 b.weight:1x1x1x1", outputs: &[("b", &[1, 5, 6], 9.64664984615e+00, -3.04069419715e-01), ("h", &[1, 5, 6], 6.50741625296e+00, -2.05118493512e-01), ("entry", &[1, 5, 6], 3.02069437624e+01, 3.07804914042e+00)] },
    Case { graph: G350::GRAPH, params: (20, G350::PARAMS), state: "end.conv1.weight:1x2x3x3 end.bn1.weight:1 end.bn1.bias:1 end.bn1.running_mean:1 end.bn1.running_var:1", outputs: &[("body", &[2, 5, 6], 1.06053155377e+02, 2.56887484191e+00), ("end", &[1, 5, 6], 2.64079588441e+01, 6.79380763194e-01)] },
    Case { graph: G351::GRAPH, params: (0, G351::PARAMS), state: "", outputs: &[("e", &[2, 5, 3], 1.61455784251e+01, -2.43603685752e+00), ("last", &[2, 4, 2], 6.72729553263e+00, 2.08445644530e-01)] },
    Case { graph: G352::GRAPH, params: (21, G352::PARAMS), state: "end.conv1.weight:1x2x3x3 end.conv1.bias:1 b.bn1.weight:1 b.bn1.bias:1 b.bn1.running_mean:1 b.bn1.running_var:1", outputs: &[("end", &[1, 4, 4], 1.37104461618e-01, -3.06825306479e-02), ("a", &[2, 4, 4], 1.70559325473e+01, 3.47659245219e-01), ("b", &[4, 4, 4], 1.70932166864e+01, 2.57224943414e+00)] },
    Case { graph: G353::GRAPH, params: (87, G353::PARAMS), state: "entry.end.0.a.conv1.weight:3x3x3x3 entry.end.0.a.bn1.weight:3 entry.end.0.a.bn1.bias:3 entry.end.0.a.bn1.running_mean:3 entry.end.0.a.bn1.running_var:3", outputs: &[("b", &[3, 6, 4], 1.07869504433e+01, 2.72180177635e+00), ("entry", &[3, 6, 4], 3.94017172412e+01, 1.68693143051e+00)] },
    Case { graph: G354::GRAPH, params: (333, G354::PARAMS), state: "entry_0.weight:2x2x3x3 entry_0.bias:2 entry_1.weight:2x2x3x3 entry_1.bias:2 entry_2.weight:2x2x3x3 entry_2.bias:2 d.weight:3x72 d.bias:3", outputs: &[("d", &[3], 3.58212957222e+00, -9.19908194209e-01), ("entry_1", &[2, 6, 6], 1.31792088242e+02, -2.34479294322e+01)] },
    Case { graph: G355::GRAPH, params: (139, G355::PARAMS), state: "body.weight:2x1x2x2 body.bias:2 a.conv1.weight:2x2x3x3 a.conv1.bias:2 a.conv2.weight:2x2x3x3 a.conv2.bias:2 a.conv3.weight:2x2x3x3 a.conv3.bias:2 a.body.end.conv1.weight:1x1x3x3 a.body.end.conv1.bias:1 a.body.end.left_.weight:1x1x2x2 a.body.end.left_.bias:1", outputs: &[("last", &[1, 10, 12], 6.00030533602e+01, -4.12791748042e-01), ("left_", &[1, 10, 12], 1.25154710980e+02, -9.53060361863e-01)] },
    Case { graph: G356::GRAPH, params: (123, G356::PARAMS), state: "end.body.0.weight:3x3x3x3 end.body.0.bias:3 conv1.weight:3x3x2x2 conv1.bias:3", outputs: &[("end", &[3, 4, 5], 3.87029580948e+01, -5.97287660111e-02), ("last", &[3, 2, 2], 5.21141028807e+00, -1.00243997570e+00), ("b", &[3, 4, 5], 2.37318968472e+01, 7.59497221124e-01)] },
    Case { graph: G357::GRAPH, params: (87, G357::PARAMS), state: "a.conv1.weight:3x3x3x3 a.bn1.weight:3 a.bn1.bias:3 a.bn1.running_mean:3 a.bn1.running_var:3", outputs: &[("b_0", &[3, 6, 6], 5.47792721728e+01, 7.72018320584e-02), ("b_1", &[3, 6, 6], 3.05774615709e+01, -1.25935474564e-01), ("last", &[3, 6, 6], 9.43937239377e+01, 3.07755124031e+00)] },
    Case { graph: G358::GRAPH, params: (49, G358::PARAMS), state: "b.end.weight:1x2x2x2 b.end.bias:1 entry.end.weight:2x1x3x3 entry.end.bias:2 left_.conv1.weight:1x2x3x3 left_.bn1.weight:1 left_.bn1.bias:1 left_.bn1.running_mean:1 left_.bn1.running_var:1", outputs: &[("b", &[1, 2, 3], 7.28441285123e+00, 2.00096265519e+00), ("left_", &[1, 2, 3], 1.98422569181e+00, -1.47344109063e-01), ("body", &[3, 1, 1], 4.09976559691e-01, -2.24231089596e-01)] },
    Case { graph: G359::GRAPH, params: (172, G359::PARAMS), state: "end.0.weight:1 a.end.0.b.weight:1 a.1.weight:1x9x3x3 a.1.bias:1 entry.entry.weight:3x3x2x2 entry.entry.bias:3 c.conv1.weight:1x3x2x2 c.conv1.bias:1 c.fork1.left.weight:3x1x1x1 c.fork1.left.bias:3 c.fork1.right.weight:3x1x3x3 c.fork1.right.bias:3", outputs: &[("c", &[3, 6, 4], 5.75536145279e+01, 1.04239842765e+00), ("a", &[2, 4, 5], 3.96224207915e+01, -3.37392516485e-01)] },
    Case { graph: G360::GRAPH, params: (21, G360::PARAMS), state: "b.weight:3x1x2x2 b.bias:1 a.weight:1 a.bias:1 a.running_mean:1 a.running_var:1 d.end.weight:2x3x1x1", outputs: &[("end", &[3, 6, 4], 7.13946581124e+01, -1.59231012992e+00), ("entry", &[3, 6, 4], 7.13946581124e+01, -1.59231012992e+00)] },
    Case { graph: G361::GRAPH, params: (10, G361::PARAMS), state: "skips1.conv1.weight:1x1x3x3 skips1.conv1.bias:1", outputs: &[("end", &[5, 5, 6], 1.35799115702e+02, 1.17920946881e+01), ("entry", &[1, 5, 6], 2.15164103820e+01, 1.23598357157e+00)] },
    Case { graph: G362::GRAPH, params: (232, G362::PARAMS), state: "entry.conv1.weight:2x6x3x3 entry.conv1.bias:2 entry.b.body.0.weight:2x2x3x3 entry.b.body.0.bias:2 c.weight:3x3x3x3 c.bias:3", outputs: &[("last", &[3, 2, 2], 1.33328256250e+01, 3.76214286089e+00), ("end", &[6, 6, 6], 1.98155172179e+02, 1.28739238217e+01)] },
    Case { graph: G363::GRAPH, params: (180, G363::PARAMS), state: "left_.0.weight:1x1x3x3 left_.0.bias:1 left_.1.weight:1x1x3x3 left_.1.bias:1 left_.2.left.weight:3x1x1x1 left_.2.left.bias:3 left_.2.right.weight:3x1x3x3 left_.2.right.bias:3 a.left.weight:3x3x1x1 a.left.bias:3 a.right.weight:3x3x3x3 a.right.bias:3 conv1.weight:1x3x3x3 conv1.bias:1", outputs: &[("left_", &[3, 6, 4], 5.75739149982e+01, -7.89269685983e-01), ("c", &[3, 6, 4], 1.06358459526e+02, 4.64789301154e+00), ("last", &[1, 6, 4], 2.18063370932e+01, 2.69458447717e-01)] },
    Case { graph: G364::GRAPH, params: (267, G364::PARAMS), state: "b.conv1.weight:3x3x3x3 b.bn1.weight:3 b.bn1.bias:3 b.bn1.running_mean:3 b.bn1.running_var:3 c_0.weight:3 c_0.bias:3 c_0.running_mean:3 c_0.running_var:3 c_1.weight:3 c_1.bias:3 c_1.running_mean:3 c_1.running_var:3 d.conv1.weight:3x3x3x3 d.conv1.bias:3 d.conv2.weight:3x3x3x3 d.conv2.bias:3", outputs: &[("b", &[3, 6, 4], 6.11110229276e+01, -6.26376057809e+00), ("d", &[3, 6, 4], 8.95354280380e+01, -4.82312356958e+00), ("c_0", &[3, 6, 4], 4.87788136696e+01, -5.56745615206e+00)] },
    Case { graph: G365::GRAPH, params: (48, G365::PARAMS), state: "c.conv1.weight:3x3x2x2 c.conv1.bias:3 d.conv1.weight:3x3x1x1", outputs: &[("last", &[3, 1, 1], 3.87076180098e+00, -3.01838493883e-01), ("entry", &[3, 1, 1], 5.71447468088e+00, -9.18104986223e-01)] },
    Case { graph: G366::GRAPH, params: (48, G366::PARAMS), state: "left_.weight:3x3x2x2 left_.bias:3 d.conv1.weight:3x3x1x1", outputs: &[("left_", &[3, 3, 2], 2.18511586561e+01, -8.41010374762e-01), ("d", &[3, 1, 1], 1.61776292839e+00, -4.98614537516e-01), ("entry", &[3, 1, 1], 3.35146304412e+00, -1.28889247497e+00)] },
    Case { graph: G367::GRAPH, params: (0, G367::PARAMS), state: "", outputs: &[("b", &[3, 5, 6], 1.18977090601e+02, 3.38542051619e+00), ("a", &[3, 5, 6], 7.68491856294e+01, -1.55472700158e+00), ("last", &[3, 5, 6], 7.26178941356e+01, 9.24731520361e-01)] },
    Case { graph: G368::GRAPH, params: (95, G368::PARAMS), state: "body.body.weight:2x2x3x3 body.body.bias:2 left_.entry.weight:3x2x3x3 left_.entry.bias:3", outputs: &[("left_", &[3, 6, 4], 1.67555324620e+02, 5.23896871814e+00), ("body", &[2, 6, 4], 5.06589807715e+01, 5.01054377870e+00), ("entry", &[3, 6, 4], 8.89131691606e+02, -7.60687150687e+00)] },
    Case { graph: G369::GRAPH, params: (85, G369::PARAMS), state: "left_.weight:1 entry.a.end.body.0.weight:3x3x3x3 entry.a.end.body.0.bias:3", outputs: &[("last", &[9, 2, 3], 7.55126922627e+01, 5.66344674056e+00), ("entry", &[9, 5, 6], 4.55875038870e+02, -1.46603476609e+01), ("left_", &[3, 5, 6], 8.46809612825e+01, -3.65445310328e+00)] },
    Case { graph: G370::GRAPH, params: (0, G370::PARAMS), state: "", outputs: &[("a", &[3, 6, 6], 1.01747296857e+02, -2.31729402204e+00), ("end", &[3, 6, 6], 1.01747296857e+02, -2.31729402204e+00)] },
    Case { graph: G371::GRAPH, params: (98, G371::PARAMS), state: "twice1.body.0.weight:2x2x3x3 twice1.body.0.bias:2 unit1.conv1.weight:3x2x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3", outputs: &[("c", &[3, 8, 8], 1.34198315940e+02, -1.30948965802e+00), ("left_", &[2, 4, 4], 1.18419303355e+01, -2.63847824123e-01)] },
    Case { graph: G372::GRAPH, params: (111, G372::PARAMS), state: "conv1.weight:2x1x3x3 conv1.bias:2 conv2.weight:3x2x3x3 conv2.bias:3 fork1.left.weight:1x3x1x1 fork1.left.bias:1 fork1.right.weight:1x3x3x3 fork1.right.bias:1 a.0.weight:1 a.0.bias:1 a.0.running_mean:1 a.0.running_var:1", outputs: &[("c", &[1, 4, 4], 1.07104977107e+01, 1.55281907464e+00), ("last", &[1, 4, 4], 7.70823309471e+00, -1.43609350079e+00)] },
    Case { graph: G373::GRAPH, params: (94, G373::PARAMS), state: "entry.conv1.weight:2x2x3x3 entry.conv1.bias:2 conv1.weight:2x5x2x2 conv1.bias:2 d.1.weight:2 d.1.bias:2 d.1.running_mean:2 d.1.running_var:2 g.1.b.weight:5 g.1.b.bias:5 g.1.b.running_mean:5 g.1.b.running_var:5", outputs: &[("d", &[5, 4, 5], 1.00984098306e+02, 4.76309527150e-01), ("last", &[10, 4, 5], 1.67807744078e+02, 1.68086720843e-01)] },
    Case { graph: G374::GRAPH, params: (256, G374::PARAMS), state: "body.body.end.weight:3 body.body.end.bias:3 body.body.end.running_mean:3 body.body.end.running_var:3 body.a.weight:3 body.a.bias:3 body.a.running_mean:3 body.a.running_var:3 left_.weight:3x3x1x1 h.weight:9x3x2x2 h.bias:3 k.0.left.weight:3x3x1x1 k.0.left.bias:3 k.0.right.weight:3x3x3x3 k.0.right.bias:3 k.b.a.c.weight:1x3x3x3 k.b.a.c.bias:1", outputs: &[("c", &[3, 4, 5], 4.71424031018e+01, 2.21434229747e+00), ("k", &[3, 4, 5], 5.67654966374e+01, -4.45896087912e+00)] },
    Case { graph: G375::GRAPH, params: (67, G375::PARAMS), state: "b.entry.weight:2x1x3x3 b.entry.bias:2 conv1.weight:1x2x3x3 conv1.bias:1 conv2.weight:1x2x2x2 conv2.bias:1 z19.weight:1x2x3x3 z19.bias:1", outputs: &[("p", &[2, 1, 1], 2.21829307237e+00, 3.72806566627e-01), ("z19", &[1, 2, 2], 2.80519510257e+00, 3.59656402762e-01)] },
    Case { graph: G376::GRAPH, params: (22, G376::PARAMS), state: "b.left.weight:1x2x1x1 b.left.bias:1 b.right.weight:1x2x3x3 b.right.bias:1", outputs: &[("last", &[1, 8, 10], 5.26786041501e+01, 5.42953374472e-01), ("left_", &[1, 4, 5], 1.46174424085e+01, -6.55218124550e-01), ("b", &[1, 4, 5], 1.46174424085e+01, -6.55218124550e-01)] },
    Case { graph: G377::GRAPH, params: (50, G377::PARAMS), state: "d.0.weight:1x3x3x3 d.0.bias:1 b.left.weight:1x2x1x1 b.left.bias:1 b.right.weight:1x2x3x3 b.right.bias:1", outputs: &[("b", &[1, 5, 6], 1.39575975396e+01, 1.66960226612e+00), ("f", &[1, 5, 6], 4.10995322333e+01, 4.62724831948e+00)] },
    Case { graph: G378::GRAPH, params: (84, G378::PARAMS), state: "g.0.conv1.weight:3x3x3x3 g.0.conv1.bias:3", outputs: &[("last", &[3, 6, 6], 1.91388918296e+02, 2.40557342415e+00), ("d", &[3, 6, 6], 2.36346034750e+02, 1.31567744583e+00)] },
    Case { graph: G379::GRAPH, params: (96, G379::PARAMS), state: "a.weight:3x3x1x1 c.body.weight:1x3x3x3 c.body.bias:1 left_.weight:1 conv1.weight:2x1x3x3 conv1.bias:2 h.body.0.weight:2x2x3x3 h.body.0.bias:2", outputs: &[("left_", &[1, 5, 3], 1.20213765454e+01, 1.91076932599e+00), ("l", &[2, 4, 2], 1.09436372548e+01, 3.16823601974e+00), ("a", &[3, 6, 4], 3.26695673731e+01, -8.13750547679e-01)] },
    Case { graph: G380::GRAPH, params: (150, G380::PARAMS), state: "twice1.body.0.weight:3x3x3x3 twice1.body.0.bias:3 b.entry.weight:3x2x2x2 b.entry.bias:2 b.b.conv1.weight:1x2x3x3 b.b.bn1.weight:1 b.b.bn1.bias:1 b.b.bn1.running_mean:1 b.b.bn1.running_var:1 conv1.weight:2x1x3x3 conv1.bias:2", outputs: &[("b", &[1, 10, 12], 2.65039407483e+02, -1.62216053727e+00), ("last", &[2, 10, 12], 1.29387899350e+02, 7.42916244669e-01)] },
    Case { graph: G381::GRAPH, params: (20, G381::PARAMS), state: "conv1.weight:2x1x3x3 conv1.bias:2", outputs: &[("last", &[1, 5, 6], 2.09080254286e+01, 2.18302625459e+00), ("c", &[1, 5, 6], 2.80845997964e+01, 2.99792136477e+00)] },
    Case { graph: G382::GRAPH, params: (84, G382::PARAMS), state: "c.1.weight:2x2x3x3 c.1.bias:2 c.2.weight:2x2x3x3 c.2.bias:2 c.end.weight:2 c.end.bias:2 c.end.running_mean:2 c.end.running_var:2 a.weight:2 a.bias:2 a.running_mean:2 a.running_var:2", outputs: &[("a", &[2, 1, 2], 2.81008368979e+00, 7.50137592067e-01), ("entry", &[2, 5, 6], 7.76242444666e+00, -8.86559929212e-01)] },
    Case { graph: G383::GRAPH, params: (317, G383::PARAMS), state: "left_.weight:4x72 left_.bias:4 fc1.weight:3x4 fc1.bias:3 d.weight:2x4 d.bias:2", outputs: &[("left_", &[4], 5.34911009870e+00, 2.17579889619e+00), ("last", &[3, 6, 4], 6.21315975064e+01, -1.33732288470e+00)] },
    Case { graph: G384::GRAPH, params: (46, G384::PARAMS), state: "bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 a.left_.body.entry.weight:2 a.left_.body.entry.bias:2 a.left_.body.entry.running_mean:2 a.left_.body.entry.running_var:2 entry.body.0.weight:2x2x3x3 entry.body.0.bias:2", outputs: &[("last", &[2, 1, 2], 4.75109071801e+00, -5.59636089680e-01), ("a", &[2, 3, 4], 2.48857243432e+01, 2.10468290745e+00), ("left_", &[2, 1, 2], 3.89977992172e+00, -1.02707293935e+00)] },
    Case { graph: G385::GRAPH, params: (146, G385::PARAMS), state: "a.weight:3x2x2x2 a.bias:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 end.body.0.weight:2x2x3x3 end.body.0.bias:2 left_.entry.end.conv1.weight:2x2x3x3 left_.entry.end.bn1.weight:2 left_.entry.end.bn1.bias:2 left_.entry.end.bn1.running_mean:2 left_.entry.end.bn1.running_var:2 twice1.body.0.weight:2x2x3x3 twice1.body.0.bias:2", outputs: &[("left_", &[2, 8, 10], 3.91954776574e+02, -2.73905748133e+01), ("last", &[2, 8, 10], 8.26058554937e+01, 1.63810230697e+00), ("a", &[2, 8, 10], 2.10733768660e+02, 1.47623766185e+01)] },
    Case { graph: G386::GRAPH, params: (258, G386::PARAMS), state: "entry.body.0.weight:3x3x3x3 entry.body.0.bias:3 f.b.end.conv1.weight:3x3x3x3 f.b.end.conv1.bias:3 f.b.a.weight:1x6x1x1 f.b.d.conv1.weight:1x1x3x3 f.b.d.conv1.bias:1 f.conv1.weight:2x4x3x3 f.conv1.bias:2", outputs: &[("d", &[3, 2, 2], 1.93432149945e+01, 3.85566711350e+00), ("f", &[2, 2, 2], 8.36803055679e+00, 1.92967083329e-01), ("entry", &[3, 2, 2], 1.73843626320e+01, 2.57692150783e+00)] },
    Case { graph: G387::GRAPH, params: (125, G387::PARAMS), state: "end.left.weight:3x1x1x1 end.left.bias:3 end.right.weight:3x1x3x3 end.right.bias:3 d.weight:3x3x2x2 d.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3 f.weight:3x2x2x2 f.bias:2 conv_transpose1.weight:2x2x2x2 conv_transpose1.bias:2", outputs: &[("a", &[3, 2, 2], 3.12880377855e+00, -4.50647302561e-02), ("last", &[2, 8, 8], 1.08631453875e+02, -1.38277651762e+00)] },
    Case { graph: G388::GRAPH, params: (1, G388::PARAMS), state: "prelu1.weight:1", outputs: &[("b", &[3, 6, 6], 5.41569386762e+00, -5.58205850642e-01), ("end", &[3, 6, 6], 3.78834501748e+01, 3.42928266611e+00)] },
    Case { graph: G389::GRAPH, params: (35, G389::PARAMS), state: "c.left_.weight:2 c.left_.bias:2 c.left_.running_mean:2 c.left_.running_var:2 body_0.weight:2x2 body_0.bias:2 body_1.weight:2x2 body_1.bias:2 conv1.weight:1x2x3x3 conv1.bias:1", outputs: &[("c", &[2, 1, 1], 3.52756329812e+00, -1.64260667125e-01), ("last", &[2, 2, 2], 7.27013998757e+00, 1.25181269333e+00), ("body_0", &[2], 1.02552454328e+00, -2.32306707579e-01)] },
    Case { graph: G390::GRAPH, params: (84, G390::PARAMS), state: "a.body.0.weight:3x3x3x3 a.body.0.bias:3", outputs: &[("a", &[3, 6, 6], 7.63157223477e+01, 1.77686377610e+00), ("last", &[3, 6, 6], 3.71096915154e+01, -1.87795798409e+00)] },
    Case { graph: G391::GRAPH, params: (26, G391::PARAMS), state: "left_.weight:2x1x1x1 b.0.weight:4 b.0.bias:4 b.0.running_mean:4 b.0.running_var:4 end.bn1.weight:4 end.bn1.bias:4 end.bn1.running_mean:4 end.bn1.running_var:4 f.entry.weight:4 f.entry.bias:4 f.entry.running_mean:4 f.entry.running_var:4", outputs: &[("f", &[4, 6, 6], 3.18624488250e+02, 4.30566191131e+00), ("left_", &[2, 6, 6], 1.04711848526e+02, -1.22960136938e+00), ("b", &[4, 6, 6], 2.69407216520e+02, 1.03214997867e+01)] },
    Case { graph: G392::GRAPH, params: (100, G392::PARAMS), state: "conv1.weight:2x2x2x2 conv1.bias:2 i_.weight:2x2x3x3 i_.bias:2 k.left.weight:2x2x1x1 k.left.bias:2 k.right.weight:2x2x3x3 k.right.bias:2", outputs: &[("k", &[2, 3, 2], 2.44947049198e+01, -1.05593689900e+00), ("a", &[2, 3, 2], 5.91781338047e+00, 7.73684663141e-01)] },
    Case { graph: G393::GRAPH, params: (12, G393::PARAMS), state: "a.weight:2x1x2x2 a.bias:1 b.0.weight:3x1x1x1", outputs: &[("body", &[3, 7, 9], 5.33573279497e+02, -2.11967126819e+01), ("b", &[3, 8, 10], 6.77838147599e+02, -3.24082979042e+01)] },
    Case { graph: G394::GRAPH, params: (135, G394::PARAMS), state: "end.weight:3x1x2x2 end.bias:1 bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 b.f.left.weight:3x1x1x1 b.f.left.bias:3 b.f.right.weight:3x1x3x3 b.f.right.bias:3 b.conv1.weight:1x3x3x3 b.conv1.bias:1 e.end.left_.left_.weight:2x3x3x3 e.end.left_.left_.bias:2", outputs: &[("b", &[1, 8, 10], 1.18809442663e+02, 7.65772341155e-02), ("body", &[4, 6, 8], 1.58167036270e+02, 1.45855821233e+01)] },
    Case { graph: G395::GRAPH, params: (49, G395::PARAMS), state: "b.entry.body.0.weight:1x1x3x3 b.entry.body.0.bias:1 body.left.weight:2x1x1x1 body.left.bias:2 body.right.weight:2x1x3x3 body.right.bias:2 left_.weight:3x1x2x2 left_.bias:3", outputs: &[("body", &[2, 6, 4], 6.41157905905e+01, 3.02156846605e+00), ("last", &[1, 6, 4], 2.38885484813e+01, 1.99774450170e+00), ("a", &[1, 6, 4], 3.50615070385e+00, -4.09330549463e-01)] },
    Case { graph: G396::GRAPH, params: (13, G396::PARAMS), state: "body.left_.weight:1 body.left_.bias:1 body.left_.running_mean:1 body.left_.running_var:1 b.conv1.weight:1x1x3x3 b.bn1.weight:1 b.bn1.bias:1 b.bn1.running_mean:1 b.bn1.running_var:1", outputs: &[("last", &[1, 5, 6], 1.20362591222e+01, 2.05084664264e+00), ("end", &[1, 5, 6], 8.29649497331e+01, -2.46447136624e+00)] },
    Case { graph: G397::GRAPH, params: (57, G397::PARAMS), state: "c.weight:3x4x2x2 c.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3", outputs: &[("e", &[4, 5, 6], 1.17312840784e+02, 3.70414014938e+00), ("left_", &[4, 5, 6], 5.71593775056e+01, 1.36416598993e+00)] },
    Case { graph: G398::GRAPH, params: (280, G398::PARAMS), state: "body.weight:2x6x3x3 body.bias:2 conv1.weight:3x2x2x2 conv1.bias:3 b.conv1.weight:3x3x3x3 b.bn1.weight:3 b.bn1.bias:3 b.bn1.running_mean:3 b.bn1.running_var:3 f.0.weight:2x3x3x3 f.0.bias:2", outputs: &[("f", &[2, 1, 1], 2.80337609832e+00, -7.92190514828e-02), ("body", &[2, 4, 5], 6.72763852103e+01, 5.05783571023e+00)] },
    Case { graph: G399::GRAPH, params: (255, G399::PARAMS), state: "body.body.0.weight:3x3x3x3 body.body.0.bias:3 unit1.conv1.weight:3x3x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3 e.body.0.weight:3x3x3x3 e.body.0.bias:3", outputs: &[("e", &[3, 4, 5], 3.39970121109e+01, -5.99846354451e-01), ("entry", &[3, 4, 5], 3.97348220047e+01, 1.24596463129e+01)] },
    Case { graph: G400::GRAPH, params: (86, G400::PARAMS), state: "a.conv1.weight:2x3x3x3 a.bn1.weight:2 a.bn1.bias:2 a.bn1.running_mean:2 a.bn1.running_var:2 end.entry.weight:1x3x3x3 end.entry.bias:1", outputs: &[("c", &[2, 5, 6], 6.11359383959e+01, -1.02965558984e+01), ("end", &[1, 5, 6], 4.18256358959e+01, 3.45149278146e+00)] },
    Case { graph: G401::GRAPH, params: (546, G401::PARAMS), state: "twice1.body.0.weight:1x1x3x3 twice1.body.0.bias:1 entry.entry.body.left.weight:1x1x1x1 entry.entry.body.left.bias:1 entry.entry.body.right.weight:1x1x3x3 entry.entry.body.right.bias:1 b.entry.conv1.weight:3x1x3x3 b.entry.conv1.bias:3 b.left_.d.weight:3x4x3x3 b.left_.d.bias:3 b.left_.e.weight:2x3x3x3 b.left_.e.bias:2 b.left_.2.body.0.weight:2x2x3x3 b.left_.2.body.0.bias:2 b.d.1.weight:3x16 b.d.1.bias:3 b.d.2.weight:4x3 b.d.2.bias:4 left_.body.weight:3x16 left_.body.bias:3 f.body.weight:3x1x1x1 a.left_.body.0.weight:3x3x3x3 a.left_.body.0.bias:3 d.weight:3x3x3x3 d.bias:3", outputs: &[("b", &[2, 4, 2], 1.09533200663e+01, -1.09791333886e+00), ("a", &[3, 5, 3], 1.77766695946e+01, -5.70000195695e-01), ("d", &[3, 5, 3], 5.60073304879e+01, -7.95794293702e+00)] },
    Case { graph: G402::GRAPH, params: (202, G402::PARAMS), state: "twice1.body.0.weight:3x3x3x3 twice1.body.0.bias:3 b.weight:3x3x3x3 b.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3 conv1.weight:1x3x3x3 conv1.bias:1", outputs: &[("body", &[3, 8, 10], 2.58989702148e+02, 1.98298384523e+01), ("last", &[1, 8, 10], 3.42308901017e+01, -3.16601338947e-01), ("b", &[3, 4, 5], 7.69938962206e+01, 3.35795996247e+00)] },
    Case { graph: G403::GRAPH, params: (146, G403::PARAMS), state: "b.entry.weight:3 b.entry.bias:3 b.entry.running_mean:3 b.entry.running_var:3 b.conv1.weight:2x3x3x3 b.conv1.bias:2 conv1.weight:3x3x3x3 conv1.bias:3", outputs: &[("d", &[3, 6, 4], 1.47723048545e+02, -2.33995357889e+01), ("c", &[3, 6, 4], 2.21584572817e+02, -3.50993036834e+01)] },
    Case { graph: G404::GRAPH, params: (124, G404::PARAMS), state: "a.left_.weight:1 a.c.0.prelu1.weight:1 body.left.weight:1x9x1x1 body.left.bias:1 body.right.weight:1x9x3x3 body.right.bias:1 b.conv1.weight:3x1x3x3 b.conv1.bias:3", outputs: &[("a", &[9, 4, 5], 1.71618369296e+02, 8.03698437805e+00), ("body", &[1, 4, 5], 9.25803809488e+00, -8.16695098184e-01), ("last", &[3, 4, 5], 4.65230837463e+01, -2.03214674973e+00)] },
    Case { graph: G405::GRAPH, params: (0, G405::PARAMS), state: "", outputs: &[("entry", &[3, 4, 4], 3.44683373936e+01, 3.32798870392e+00), ("end", &[3, 4, 4], 2.14375451342e+01, 4.86527245399e-01), ("last", &[3, 4, 4], 3.85549943377e+01, 1.61893886141e+00)] },
    Case { graph: G406::GRAPH, params: (110, G406::PARAMS), state: "conv1.weight:1x2x3x3 conv1.bias:1 a.b.prelu1.weight:1 a.b.left_.end.weight:3 a.b.left_.end.bias:3 a.b.left_.end.running_mean:3 a.b.left_.end.running_var:3 a.body.weight:3x3x3x3 a.body.bias:3", outputs: &[("last", &[3, 6, 6], 8.05453256580e+01, -5.30644368755e+00), ("e", &[3, 2, 2], 8.18583639122e+00, -4.32777635393e-01), ("end", &[3, 4, 4], 3.83599608480e+01, -4.32629782630e+00)] },
    Case { graph: G407::GRAPH, params: (444, G407::PARAMS), state: "entry.conv1.weight:3x2x3x3 entry.bn1.weight:3 entry.bn1.bias:3 entry.bn1.running_mean:3 entry.bn1.running_var:3 fc1.weight:4x90 fc1.bias:4 end.a.weight:4x4 end.a.bias:4", outputs: &[("entry", &[3, 5, 6], 7.89903220403e+01, 3.70384969938e+00), ("end", &[3, 5, 6], 8.48698097380e+00, 2.12919980088e-01)] },
    Case { graph: G408::GRAPH, params: (47, G408::PARAMS), state: "entry.a.weight:1 b.conv1.weight:3x1x3x3 b.bn1.weight:3 b.bn1.bias:3 b.bn1.running_mean:3 b.bn1.running_var:3 l.b.weight:1 l.entry.conv1.weight:1x1x3x3 l.entry.conv1.bias:1 l.body.weight:1 l.body.bias:1 l.body.running_mean:1 l.body.running_var:1", outputs: &[("entry", &[1, 5, 6], 1.77679372741e+01, 1.57781905287e-01), ("end", &[1, 5, 6], 1.77679372741e+01, 1.57781905287e-01), ("l", &[1, 5, 6], 5.15193829893e+01, -1.20558043341e+00)] },
    Case { graph: G409::GRAPH, params: (16, G409::PARAMS), state: "entry.weight:1x1x3x3 entry.bias:1 c.weight:1 a.weight:1x1x2x2 a.bias:1", outputs: &[("entry", &[1, 2, 2], 2.30891748811e+00, -2.82941643531e-01), ("body", &[1, 4, 4], 7.52703269343e+00, 1.58905513894e-01), ("a", &[1, 1, 1], 1.69065883319e+00, 4.68142792844e-01)] },
    Case { graph: G410::GRAPH, params: (37, G410::PARAMS), state: "b.body.weight:1x1x2x2 b.body.bias:1 left_.entry.prelu1.weight:1 skips1.conv1.weight:2x1x3x3 skips1.conv1.bias:2 end.0.conv1.weight:1x1x3x3 end.0.bn1.weight:1 end.0.bn1.bias:1 end.0.bn1.running_mean:1 end.0.bn1.running_var:1", outputs: &[("b", &[1, 3, 3], 9.82058622496e+00, 1.68223731719e+00), ("end", &[1, 1, 1], 7.54825519901e-01, -1.90543977481e-01), ("left_", &[1, 3, 3], 3.72512926203e+01, 6.62496883819e+00)] },
    Case { graph: G411::GRAPH, params: (69, G411::PARAMS), state: "entry.0.weight:1x1x3x3 entry.0.bias:1 entry.1.left_.weight:1 entry.1.left_.bias:1 entry.1.left_.running_mean:1 entry.1.left_.running_var:1 entry.1.bn1.weight:1 entry.1.bn1.bias:1 entry.1.bn1.running_mean:1 entry.1.bn1.running_var:1 left_.left_.left.weight:3x1x1x1 left_.left_.left.bias:3 left_.left_.right.weight:3x1x3x3 left_.left_.right.bias:3 g.b.weight:3 g.b.bias:3 g.b.running_mean:3 g.b.running_var:3 g.left_.weight:1x3x1x1 g.entry.body.0.weight:1x1x3x3 g.entry.body.0.bias:1", outputs: &[("entry", &[1, 6, 6], 9.95145833384e+01, 6.64566831981e+00), ("last", &[3, 6, 6], 9.28596048502e+01, 1.16256315417e+00), ("c", &[3, 6, 6], 9.42735515727e+02, 8.95390929928e+01)] },
    Case { graph: G412::GRAPH, params: (99, G412::PARAMS), state: "left_.a.body.end.body.0.weight:3x3x3x3 left_.a.body.end.body.0.bias:3 a.b.0.weight:3 a.b.0.bias:3 a.b.0.running_mean:3 a.b.0.running_var:3 end.weight:3x3x1x1", outputs: &[("left_", &[3, 5, 6], 2.01031210090e+01, 4.97744905210e-01), ("a", &[3, 5, 6], 1.20406351748e+02, 5.19465815751e+00), ("last", &[3, 5, 6], 3.20731292271e+01, 6.07334281672e-01)] },
    Case { graph: G413::GRAPH, params: (282, G413::PARAMS), state: "left_.weight:3x2x3x3 left_.bias:3 c.weight:3x2x3x3 c.bias:3 entry.weight:3x3x3x3 entry.bias:3 i_.0.weight:3x3x3x3 i_.0.bias:3", outputs: &[("i_", &[3, 1, 1], 2.19590064323e+00, 1.12145707697e+00), ("left_", &[3, 4, 4], 5.59735485396e+01, -1.30994272716e+01)] },
    Case { graph: G414::GRAPH, params: (201, G414::PARAMS), state: "conv1.weight:1x2x3x3 conv1.bias:1 left_.conv1.weight:2x1x3x3 left_.bn1.weight:2 left_.bn1.bias:2 left_.bn1.running_mean:2 left_.bn1.running_var:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2 e.conv1.weight:2x2x3x3 e.bn1.weight:2 e.bn1.bias:2 e.bn1.running_mean:2 e.bn1.running_var:2 n.weight:3x24 n.bias:3 l.d.weight:1 entry.body.entry.conv1.weight:2x2x3x3 entry.body.entry.bn1.weight:2 entry.body.entry.bn1.bias:2 entry.body.entry.bn1.running_mean:2 entry.body.entry.bn1.running_var:2", outputs: &[("l", &[2, 12, 8], 8.02835112615e+01, 1.09998334509e+00), ("n", &[3], 4.95970777787e+00, 4.23262194926e-02), ("entry", &[2, 12, 8], 1.86785767043e+02, -1.34189490602e+01)] },
    Case { graph: G415::GRAPH, params: (302, G415::PARAMS), state: "b.end.entry.body.0.weight:3x3x3x3 b.end.entry.body.0.bias:3 b.entry.body.conv1.weight:2x6x3x3 b.entry.body.bn1.weight:2 b.entry.body.bn1.bias:2 b.entry.body.bn1.running_mean:2 b.entry.body.bn1.running_var:2 b.2.weight:2x8x2x2 b.2.bias:2 body.conv1.weight:2x2x3x3 body.bn1.weight:2 body.bn1.bias:2 body.bn1.running_mean:2 body.bn1.running_var:2", outputs: &[("b", &[2, 2, 2], 1.36502513877e+01, -3.01852533740e+00), ("d", &[2, 4, 4], 5.46010055508e+01, 6.39624498752e-01), ("body", &[2, 4, 4], 2.59134491025e+01, -1.07570713775e+00)] },
    Case { graph: G416::GRAPH, params: (80, G416::PARAMS), state: "left_.weight:2x1x3x3 left_.bias:2 conv1.weight:1x3x3x3 conv1.bias:1 fork1.left.weight:1x1x1x1 fork1.left.bias:1 fork1.right.weight:1x1x3x3 fork1.right.bias:1 e.conv1.weight:2x1x3x3 e.conv1.bias:2", outputs: &[("left_", &[2, 4, 4], 3.84341804627e+01, 2.38568983303e+00), ("e", &[4, 4, 4], 7.57159750261e+01, -1.16782731584e+00), ("c", &[4, 4, 4], 6.44338054722e+01, -1.02470635173e+00)] },
    Case { graph: G417::GRAPH, params: (151, G417::PARAMS), state: "entry.conv1.weight:3x3x3x3 entry.bn1.weight:3 entry.bn1.bias:3 entry.bn1.running_mean:3 entry.bn1.running_var:3 fork1.left.weight:2x3x1x1 fork1.left.bias:2 fork1.right.weight:2x3x3x3 fork1.right.bias:2", outputs: &[("b", &[3, 6, 4], 2.87447910976e+01, -1.39384068937e+00), ("last", &[2, 6, 4], 3.85259025754e+01, -6.26169638928e-01)] },
    Case { graph: G418::GRAPH, params: (105, G418::PARAMS), state: "entry.weight:1x2x3x3 entry.bias:1 bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 conv1.weight:3x3x3x3 conv1.bias:3", outputs: &[("entry", &[1, 5, 6], 3.49112869213e+01, 8.81971286658e-01), ("end", &[2, 4, 5], 1.65644037087e+01, 2.69687065848e-01)] },
    Case { graph: G419::GRAPH, params: (211, G419::PARAMS), state: "end.conv1.weight:2x3x3x3 end.conv1.bias:2 body.end.a.weight:1x5x3x3 body.end.a.bias:1 d.weight:1x12x3x3 d.bias:1", outputs: &[("d", &[1, 4, 4], 1.86340579314e+01, 4.16539455053e+00), ("entry", &[6, 4, 4], 3.44196287447e+01, 3.16031028472e-01)] },
    Case { graph: G420::GRAPH, params: (15, G420::PARAMS), state: "body.body.0.weight:1x1x3x3 body.body.0.bias:1 c.conv_transpose1.weight:1x1x2x2 c.conv_transpose1.bias:1", outputs: &[("c", &[1, 12, 8], 2.04612702001e+02, -1.66362778958e+00), ("body", &[1, 6, 4], 4.66677723958e+01, 3.31413811099e+00), ("left_", &[1, 6, 4], 1.45637640453e+01, 1.44095111346e+00)] },
    Case { graph: G421::GRAPH, params: (183, G421::PARAMS), state: "conv1.weight:3x1x2x2 conv1.bias:3 end.body.0.weight:3x3x3x3 end.body.0.bias:3 entry.body.0.weight:3x3x3x3 entry.body.0.bias:3", outputs: &[("end", &[3, 3, 3], 1.86474757252e+01, 1.10343859131e+00), ("entry", &[3, 3, 3], 4.15191532735e+01, 5.67243525860e+00)] },
    Case { graph: G422::GRAPH, params: (84, G422::PARAMS), state: "h.body.0.weight:3x3x3x3 h.body.0.bias:3", outputs: &[("h", &[3, 5, 6], 5.70597450990e+01, -5.16659305753e+00), ("last", &[3, 5, 6], 1.53391249574e+01, 8.42347079024e-01)] },
    Case { graph: G423::GRAPH, params: (202, G423::PARAMS), state: "end.a.conv1.weight:2x7x3x3 end.a.conv1.bias:2 end.b.conv1.weight:2x4x3x3 end.b.conv1.bias:2", outputs: &[("body", &[2, 5, 6], 6.08676913367e+01, -2.88281460464e+00), ("end", &[3, 5, 6], 9.63166252071e+01, 2.70754099895e+00), ("c", &[7, 5, 6], 2.11088744778e+02, -6.90041703132e+00)] },
    Case { graph: G424::GRAPH, params: (295, G424::PARAMS), state: "entry.a.weight:4x60 entry.a.bias:4 entry.left_.left_.b.weight:3x4 entry.left_.left_.b.bias:3 entry.left_.left_.left_.weight:4x3 entry.left_.left_.left_.bias:4 fc1.weight:4x4 fc1.bias:4", outputs: &[("last", &[4], 5.14974102633e+00, -1.31926064875e+00), ("entry", &[4], 3.50648391132e+00, 7.46654124064e-02)] },
    Case { graph: G425::GRAPH, params: (180, G425::PARAMS), state: "left_.weight:3x1x3x3 left_.bias:3 g.0.weight:1x3x3x3 g.0.bias:1 g.b.end.b.left.weight:2x1x1x1 g.b.end.b.left.bias:2 g.b.end.b.right.weight:2x1x3x3 g.b.end.b.right.bias:2 g.b.end.2.body.0.weight:2x2x3x3 g.b.end.2.body.0.bias:2 g.b.c.conv1.weight:3x2x3x3 g.b.c.bn1.weight:3 g.b.c.bn1.bias:3 g.b.c.bn1.running_mean:3 g.b.c.bn1.running_var:3", outputs: &[("g", &[1, 3, 3], 5.27763747983e+00, 4.50285874858e-01), ("body", &[1, 6, 6], 1.79196807356e+01, -1.60134406460e+00)] },
    Case { graph: G426::GRAPH, params: (4, G426::PARAMS), state: "conv1.weight:2x2x1x1", outputs: &[("end", &[2, 4, 4], 4.31291077755e+01, 3.06803196087e-01), ("last", &[2, 4, 5], 3.47824510593e+01, -2.16800202071e-01)] },
    Case { graph: G427::GRAPH, params: (80, G427::PARAMS), state: "entry.entry.end.weight:2x2x3x3 entry.entry.end.bias:2 entry.end.weight:2x2x1x1 left_.weight:2x2x3x3 left_.bias:2", outputs: &[("i_", &[2, 3, 4], 2.99343501876e+01, 3.51575433254e+00), ("end", &[2, 3, 4], 3.52476500769e+01, 2.42313040093e+00)] },
    Case { graph: G428::GRAPH, params: (29, G428::PARAMS), state: "a.weight:2x1x3x3 a.bias:2 conv1.weight:1x2x2x2 conv1.bias:1", outputs: &[("a", &[2, 8, 10], 2.07864619886e+02, 1.67442101259e+01), ("k", &[2, 7, 9], 1.62846543860e+02, 3.72392210506e+00), ("last", &[2, 7, 9], 1.09430209011e+02, -2.17351536097e-01)] },
    Case { graph: G429::GRAPH, params: (154, G429::PARAMS), state: "conv1.weight:1x6x3x3 conv1.bias:1 c.a.end.conv1.weight:2x3x3x3 c.a.end.bn1.weight:2 c.a.end.bn1.bias:2 c.a.end.bn1.running_mean:2 c.a.end.bn1.running_var:2 body_0.weight:1 body_1.weight:1 body_2.weight:1 e.body.0.weight:2x2x3x3 e.body.0.bias:2", outputs: &[("last", &[2, 2, 3], 1.53537253466e+01, 1.47306946642e+00), ("body_1", &[2, 2, 3], 8.95654616076e+00, 2.28718552393e+00), ("body_0", &[2, 2, 3], 1.19215993483e+01, 1.94606489747e+00)] },
    Case { graph: G430::GRAPH, params: (173, G430::PARAMS), state: "conv1.weight:3x1x3x3 conv1.bias:3 entry.weight:1x3x3x3 entry.bias:1 a.bn1.weight:1 a.bn1.bias:1 a.bn1.running_mean:1 a.bn1.running_var:1 a.d.body.0.weight:1x1x3x3 a.d.body.0.bias:1 e.c.end.left.weight:2x1x1x1 e.c.end.left.bias:2 e.c.end.right.weight:2x1x3x3 e.c.end.right.bias:2 e.c.1.end.conv1.weight:3x2x3x3 e.c.1.end.bn1.weight:3 e.c.1.end.bn1.bias:3 e.c.1.end.bn1.running_mean:3 e.c.1.end.bn1.running_var:3 e.c.1.bn1.weight:3 e.c.1.bn1.bias:3 e.c.1.bn1.running_mean:3 e.c.1.bn1.running_var:3 g.weight:3x1x2x2 g.bias:1", outputs: &[("a", &[1, 6, 6], 1.10080192586e+01, -7.80478984908e-01), ("e", &[3, 6, 6], 9.66020240753e+01, 5.03902767833e+00), ("g", &[1, 12, 12], 1.31651801604e+02, 4.89592777446e-01)] },
    Case { graph: G431::GRAPH, params: (71, G431::PARAMS), state: "prelu1.weight:1 left_.body.b.weight:1x2x2x2 left_.body.b.bias:2 conv1.weight:2x2x1x1 a.body.0.weight:2x2x3x3 a.body.0.bias:2 conv2.weight:2x2x2x2 conv2.bias:2", outputs: &[("a", &[2, 10, 12], 1.24473881485e+02, 2.20045166805e+00), ("last", &[2, 5, 6], 4.96315915042e+01, 4.31669017613e+00), ("b", &[2, 10, 12], 2.47799771538e+02, 8.38445560224e-01)] },
    Case { graph: G432::GRAPH, params: (62, G432::PARAMS), state: "f.a.bn1.weight:3 f.a.bn1.bias:3 f.a.bn1.running_mean:3 f.a.bn1.running_var:3 f.a.body.a.weight:3x1x2x2 f.a.body.a.bias:1 f.a.b.body.weight:1 f.a.b.body.bias:1 f.a.b.body.running_mean:1 f.a.b.body.running_var:1 f.a.b.left_.conv1.weight:2x1x3x3 f.a.b.left_.bn1.weight:2 f.a.b.left_.bn1.bias:2 f.a.b.left_.bn1.running_mean:2 f.a.b.left_.bn1.running_var:2 conv1.weight:1x2x3x3 conv1.bias:1", outputs: &[("left_", &[3, 2, 3], 5.19338543295e+00, 8.19270986837e-02), ("last", &[1, 1, 3], 1.69388748327e+00, 9.67567192954e-02), ("entry", &[3, 4, 5], 2.74919467589e+01, -4.01085364891e-01)] },
    Case { graph: G433::GRAPH, params: (38, G433::PARAMS), state: "left_.body.0.weight:2x2x3x3 left_.body.0.bias:2", outputs: &[("left_", &[2, 8, 8], 1.09241598106e+02, 1.11817356140e+00), ("body", &[2, 8, 8], 1.16975393388e+02, 5.69287339374e+00), ("entry", &[2, 8, 8], 1.16975393388e+02, 5.69287339374e+00)] },
    Case { graph: G434::GRAPH, params: (78, G434::PARAMS), state: "c.weight:2 c.bias:2 c.running_mean:2 c.running_var:2 entry.body.conv1.weight:2x4x3x3 entry.body.conv1.bias:2", outputs: &[("entry", &[4, 4, 4], 5.53953009929e+01, -8.73400909298e-01), ("left_", &[2, 4, 4], 9.11508826627e+00, -1.19188859610e+00)] },
    Case { graph: G435::GRAPH, params: (83, G435::PARAMS), state: "end.weight:2x3x3x3 end.bias:2 c.weight:2x3x2x2 c.bias:3", outputs: &[("c", &[3, 8, 8], 1.60400258664e+02, -8.88360290873e+00), ("d", &[3, 8, 8], 3.40907868858e+02, -1.48358534610e+01), ("b", &[2, 6, 6], 1.24354329408e+02, 1.35231345586e+01)] },
    Case { graph: G436::GRAPH, params: (6, G436::PARAMS), state: "left_.weight:3 left_.bias:3 left_.running_mean:3 left_.running_var:3", outputs: &[("left_", &[3, 5, 6], 2.20056520325e+02, 9.19829075925e+00), ("b", &[3, 5, 6], 3.63976148710e+02, -2.27331678229e+00)] },
    Case { graph: G437::GRAPH, params: (1, G437::PARAMS), state: "a.left_.weight:1", outputs: &[("c", &[2, 4, 5], 7.58595512216e+01, 6.65682169891e+00), ("e", &[2, 4, 5], 1.33779637233e+02, 1.17154368485e+01)] },
    Case { graph: G438::GRAPH, params: (10, G438::PARAMS), state: "left_.0.weight:1x1x3x3 left_.0.bias:1", outputs: &[("b", &[1, 4, 5], 4.85599946256e+01, 2.90207911004e+00), ("last", &[1, 4, 5], 3.34824493505e+01, -3.59552241231e+00), ("left_", &[1, 4, 5], 3.88012477073e+01, 2.08967557966e+00)] },
    Case { graph: G439::GRAPH, params: (273, G439::PARAMS), state: "conv1.weight:3x2x3x3 conv1.bias:3 b.left_.weight:3x3x1x1 i_.body.0.weight:3x3x3x3 i_.body.0.bias:3 conv2.weight:3x3x2x2 conv2.bias:3 e.entry.weight:3x3x3x3 e.entry.bias:3", outputs: &[("b", &[3, 8, 10], 1.30584649976e+03, -1.16026354034e+01), ("body", &[2, 10, 12], 2.25780597787e+02, 1.90931516951e+00), ("e", &[3, 4, 5], 1.73810461753e+02, -9.09407691400e+00)] },
    Case { graph: G440::GRAPH, params: (134, G440::PARAMS), state: "entry.weight:3x2x1x1 fork1.left.weight:3x3x1x1 fork1.left.bias:3 fork1.right.weight:3x3x3x3 fork1.right.bias:3 fork2.left.weight:1x3x1x1 fork2.left.bias:1 fork2.right.weight:1x3x3x3 fork2.right.bias:1", outputs: &[("d_0", &[3, 6, 4], 5.61118291053e+01, 1.25327547055e+01), ("d_1", &[3, 6, 4], 5.05886439714e+01, 1.13200020926e+01), ("last", &[1, 6, 4], 9.92964763489e+00, 1.66808305055e+00)] },
    Case { graph: G441::GRAPH, params: (123, G441::PARAMS), state: "b.weight:2x3x3x3 b.bias:2 conv_transpose1.weight:2x1x2x2 conv_transpose1.bias:1 left_.left_.0.conv1.weight:2x3x3x3 left_.left_.0.bn1.weight:2 left_.left_.0.bn1.bias:2 left_.left_.0.bn1.running_mean:2 left_.left_.0.bn1.running_var:2", outputs: &[("body", &[2, 4, 2], 1.99262899997e+01, 3.36068047870e+00), ("b", &[2, 2, 3], 1.84586657950e+01, 4.17308469752e+00), ("left_", &[3, 6, 4], 7.13946581124e+01, -1.59231012992e+00)] },
    Case { graph: G442::GRAPH, params: (16, G442::PARAMS), state: "b.body.0.weight:1x1x3x3 b.body.0.bias:1 entry_0.weight:1 entry_0.bias:1 entry_0.running_mean:1 entry_0.running_var:1 entry_1.weight:1 entry_1.bias:1 entry_1.running_mean:1 entry_1.running_var:1 entry_2.weight:1 entry_2.bias:1 entry_2.running_mean:1 entry_2.running_var:1", outputs: &[("last", &[1, 5, 6], 5.20812555927e+01, 1.56643803114e+00), ("entry_2", &[1, 5, 6], 2.62606608258e+01, 7.58027432612e-01)] },
    Case { graph: G443::GRAPH, params: (0, G443::PARAMS), state: "", outputs: &[("last", &[3, 1, 1], 4.52014413347e-01, 9.52507484982e-02), ("a", &[3, 1, 1], 2.27902871426e-01, 4.81845808010e-02)] },
    Case { graph: G444::GRAPH, params: (84, G444::PARAMS), state: "conv1.weight:1x2x3x3 conv1.bias:1 body.a.weight:1x1x2x2 body.a.bias:1 fork1.left.weight:1x2x1x1 fork1.left.bias:1 fork1.right.weight:1x2x3x3 fork1.right.bias:1 a.end.end.weight:2x2x3x3 a.end.end.bias:2", outputs: &[("last", &[2, 2, 3], 3.81708526682e+00, -5.08145882986e-01), ("body", &[2, 3, 4], 1.14418118759e+01, 2.66085297530e-01)] },
    Case { graph: G445::GRAPH, params: (31, G445::PARAMS), state: "a.weight:1x2x3x3 a.bias:1 fork1.left.weight:1x1x1x1 fork1.left.bias:1 fork1.right.weight:1x1x3x3 fork1.right.bias:1", outputs: &[("last", &[2, 4, 5], 1.49576873038e+01, 1.15617388795e+00), ("b", &[2, 4, 5], 1.69907751371e+01, 1.35413763325e+00)] },
    Case { graph: G446::GRAPH, params: (23, G446::PARAMS), state: "b_0.weight:1x1x1x1 b_1.weight:1x1x1x1 b_2.weight:1x1x1x1 end.b.weight:2x1x3x3 end.b.bias:2", outputs: &[("b_2", &[1, 5, 6], 2.37996357306e+01, -5.86885930080e-01), ("last", &[2, 5, 6], 3.49574718644e+01, 6.54427271066e+00), ("b_1", &[1, 5, 6], 2.09176091510e+01, -5.15816739408e-01)] },
    Case { graph: G447::GRAPH, params: (40, G447::PARAMS), state: "b.weight:2x1x2x2 b.bias:2 entry.weight:1x2x2x2 entry.bias:1 f.left_.conv1.weight:1x1x3x3 f.left_.bn1.weight:1 f.left_.bn1.bias:1 f.left_.bn1.running_mean:1 f.left_.bn1.running_var:1 body.end.body.0.weight:1x1x3x3 body.end.body.0.bias:1", outputs: &[("entry", &[1, 1, 1], 4.99225644223e-01, 1.60902436145e-01), ("last", &[1, 1, 1], 1.00247108365e+00, -2.54140444076e-01), ("b", &[2, 2, 2], 1.10015861051e+01, 1.05124708972e-01)] },
    Case { graph: G448::GRAPH, params: (85, G448::PARAMS), state: "b.weight:2x3x2x2 b.bias:3 entry.entry.entry.1.conv1.weight:2x3x3x3 entry.entry.entry.1.bn1.weight:2 entry.entry.entry.1.bn1.bias:2 entry.entry.entry.1.bn1.running_mean:2 entry.entry.entry.1.bn1.running_var:2", outputs: &[("c", &[3, 8, 10], 2.58554975614e+02, -1.54133158169e+01), ("b", &[3, 8, 10], 2.19712843514e+02, -1.09569291045e+01), ("entry", &[3, 8, 10], 2.13620504018e+01, -3.34616288559e+00)] },
    Case { graph: G449::GRAPH, params: (130, G449::PARAMS), state: "a.0.weight:1x1x2x2 a.0.bias:1 a.1.body.body.0.weight:1x1x3x3 a.1.body.body.0.bias:1 a.a.weight:1 entry.weight:3x1x3x3 entry.bias:3 body.1.weight:3x3x3x3 body.1.bias:3", outputs: &[("entry", &[3, 2, 2], 2.13922018762e+01, 2.55946663427e+00), ("b", &[3, 2, 2], 1.50627282270e+01, 6.19249836438e+00)] },
    Case { graph: G450::GRAPH, params: (90, G450::PARAMS), state: "end.b.conv1.weight:1x1x3x3 end.b.conv1.bias:1 a.weight:1x2x2x2 a.bias:1 left_.a.weight:3x1x1x1 left_.d.conv1.weight:2x3x3x3 left_.d.bn1.weight:2 left_.d.bn1.bias:2 left_.d.bn1.running_mean:2 left_.d.bn1.running_var:2 body.weight:2x1x2x2 body.bias:2", outputs: &[("a", &[1, 3, 3], 1.29656346240e+01, 2.56174680571e+00), ("last", &[3, 3, 3], 2.32576483460e+01, -1.99962526785e+00)] },
    Case { graph: G451::GRAPH, params: (99, G451::PARAMS), state: "e.b.weight:3x1x2x2 e.b.bias:3 e.a.weight:3x3x3x3 e.a.bias:3", outputs: &[("e", &[3, 1, 2], 4.85853359780e+00, -1.57088206764e-01), ("body", &[1, 3, 4], 7.06454396900e+00, -1.95278056428e-01), ("left_", &[2, 1, 1], 3.37379511399e+00, -8.05791169691e-02)] },
    Case { graph: G452::GRAPH, params: (112, G452::PARAMS), state: "b.e.entry.b.weight:2x1x3x3 b.e.entry.b.bias:2 b.e.entry.entry.weight:3x2x1x1 b.e.entry.2.weight:3x3x3x3 b.e.entry.2.bias:3 b.e.c.weight:1 b.e.c.bias:1 b.e.c.running_mean:1 b.e.c.running_var:1", outputs: &[("body", &[1, 5, 5], 9.82660718262e+00, 5.31489131295e-01), ("d", &[1, 5, 5], 9.40255567510e+00, 4.40507680433e-01)] },
    Case { graph: G453::GRAPH, params: (314, G453::PARAMS), state: "end.body.0.weight:2x2x3x3 end.body.0.bias:2 left_.entry.weight:3x4x1x1 left_.a.weight:3x3x3x3 left_.a.bias:3 conv1.weight:1x5x3x3 conv1.bias:1 e.body.0.weight:1x1x3x3 e.body.0.bias:1 b.end.entry.left.weight:3x1x1x1 b.end.entry.left.bias:3 b.end.entry.right.weight:3x1x3x3 b.end.entry.right.bias:3 b.b.a.body.0.weight:2x2x3x3 b.b.a.body.0.bias:2 b.b.b.conv1.weight:1x2x3x3 b.b.b.bn1.weight:1 b.b.b.bn1.bias:1 b.b.b.bn1.running_mean:1 b.b.b.bn1.running_var:1 a.weight:3x1x3x3 a.bias:3", outputs: &[("a", &[3, 5, 6], 9.45761132751e+01, 6.93861310904e+00), ("b", &[1, 5, 6], 3.71731122335e+01, 1.34185521633e+00)] },
    Case { graph: G454::GRAPH, params: (302, G454::PARAMS), state: "b.0.conv1.weight:2x9x3x3 b.0.conv1.bias:2 b.1.weight:3x5x3x3 b.1.bias:3", outputs: &[("b", &[3, 3, 4], 6.14236500568e+01, 2.20461534779e+00), ("end", &[6, 5, 6], 1.78211769554e+02, 4.26155022972e-01)] },
    Case { graph: G455::GRAPH, params: (87, G455::PARAMS), state: "unit1.conv1.weight:3x3x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3", outputs: &[("b", &[3, 3, 3], 3.58051186688e+01, -2.32659960558e-01), ("entry", &[3, 3, 3], 3.65845190285e+01, 9.88307472035e-01)] },
    Case { graph: G456::GRAPH, params: (0, G456::PARAMS), state: "", outputs: &[("end", &[3, 4, 5], 7.01411993587e+01, 3.24442054917e+00), ("a", &[3, 4, 5], 2.10423598076e+02, 9.73326164751e+00)] },
    Case { graph: G457::GRAPH, params: (86, G457::PARAMS), state: "end.weight:1x1x2x2 end.bias:1 bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 d.conv1.weight:1x1x3x3 d.bn1.weight:1 d.bn1.bias:1 d.bn1.running_mean:1 d.bn1.running_var:1 entry.left.weight:3x1x1x1 entry.left.bias:3 entry.right.weight:3x1x3x3 entry.right.bias:3 fork1.left.weight:1x3x1x1 fork1.left.bias:1 fork1.right.weight:1x3x3x3 fork1.right.bias:1", outputs: &[("last", &[1, 2, 3], 5.31167641966e+00, 1.66876514916e-01), ("entry", &[3, 2, 3], 1.47806755290e+01, 1.05818464625e+00)] },
    Case { graph: G458::GRAPH, params: (410, G458::PARAMS), state: "entry.weight:1 entry.bias:1 entry.running_mean:1 entry.running_var:1 a.end.entry.b.weight:3x1x3x3 a.end.entry.b.bias:3 body.weight:3x4x2x2 body.bias:3 e.1.weight:3x108 e.1.bias:3", outputs: &[("entry", &[1, 6, 6], 6.27154167686e+00, 1.04747138999e-01), ("e", &[1, 6, 6], 5.13740535763e+01, 1.55872602656e+00), ("body", &[3, 3, 3], 4.08795828128e+01, 5.41957513646e-01)] },
    Case { graph: G459::GRAPH, params: (57, G459::PARAMS), state: "conv1.weight:3x2x3x3 conv1.bias:3", outputs: &[("body", &[3, 1, 1], 3.29086809884e+00, 1.80109586703e+00), ("b", &[2, 4, 5], 3.42968349015e+01, -7.60599077386e-02)] },
    Case { graph: G460::GRAPH, params: (244, G460::PARAMS), state: "entry.left_.weight:3x3x3x3 entry.left_.bias:3 entry.c.left.weight:3x3x1x1 entry.c.left.bias:3 entry.c.right.weight:3x3x3x3 entry.c.right.bias:3 entry.d.weight:3 entry.d.bias:3 entry.d.running_mean:3 entry.d.running_var:3 unit1.conv1.weight:2x3x3x3 unit1.bn1.weight:2 unit1.bn1.bias:2 unit1.bn1.running_mean:2 unit1.bn1.running_var:2", outputs: &[("entry", &[3, 4, 5], 8.24257889252e+01, 1.64862266562e+01), ("a", &[3, 4, 5], 8.24257889252e+01, 1.64862266562e+01), ("last", &[3, 4, 5], 4.45101115868e+01, 1.50595129000e+00)] },
    Case { graph: G461::GRAPH, params: (267, G461::PARAMS), state: "conv1.weight:3x2x1x1 entry.weight:3 entry.bias:3 entry.running_mean:3 entry.running_var:3 unit1.conv1.weight:3x3x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3 h.weight:3x3x3x3 h.bias:3 conv2.weight:3x3x3x3 conv2.bias:3", outputs: &[("last", &[3, 1, 1], 1.12409749548e+00, 1.37459272425e-01), ("h", &[3, 1, 1], 4.09681028729e+00, -1.36034762557e+00)] },
    Case { graph: G462::GRAPH, params: (53, G462::PARAMS), state: "left_.weight:1x1x3x3 left_.bias:1 b.body.0.weight:1x1x3x3 b.body.0.bias:1 g.a.conv1.weight:3x1x3x3 g.a.bn1.weight:3 g.a.bn1.bias:3 g.a.bn1.running_mean:3 g.a.bn1.running_var:3", outputs: &[("last", &[6, 6, 8], 1.50628650538e+02, -5.52902194674e-01), ("body", &[1, 12, 16], 2.29876413814e+02, -8.02128859371e+00), ("b", &[1, 6, 8], 2.63029557879e+01, -2.35209224131e+00)] },
    Case { graph: G463::GRAPH, params: (24, G463::PARAMS), state: "a.weight:1 a.bias:1 a.running_mean:1 a.running_var:1 entry.body.0.weight:1x1x3x3 entry.body.0.bias:1 end.weight:1x1x3x3 end.bias:1 e.weight:1 e.bias:1 e.running_mean:1 e.running_var:1", outputs: &[("body", &[1, 4, 5], 2.61605056840e+01, 3.54659971586e+00), ("end", &[1, 3, 4], 2.65867891256e+01, 2.15163919211e+00), ("last", &[1, 4, 5], 1.57309555950e+01, 2.37968299789e+00)] },
    Case { graph: G464::GRAPH, params: (181, G464::PARAMS), state: "left_.weight:2x3x3x3 left_.bias:2 conv1.weight:2x3x1x1 d.a.0.weight:3x2x1x1 d.b.body.left_.weight:2x3x3x3 d.b.body.left_.bias:2 d.b.b.weight:3x2x3x3 d.b.b.bias:3", outputs: &[("body", &[3, 4, 5], 8.38042241544e+01, -2.03423780888e-01), ("d", &[3, 4, 4], 7.15308156220e+01, 1.04221836123e+01), ("g", &[2, 4, 5], 4.98342362290e+01, 4.82553801197e+00)] },
    Case { graph: G465::GRAPH, params: (72, G465::PARAMS), state: "left_.entry.weight:1x3x3x3 left_.entry.bias:1 c.c.conv1.weight:2x1x3x3 c.c.bn1.weight:2 c.c.bn1.bias:2 c.c.bn1.running_mean:2 c.c.bn1.running_var:2 conv_transpose1.weight:2x2x2x2 conv_transpose1.bias:2 b.weight:2 b.bias:2 b.running_mean:2 b.running_var:2", outputs: &[("c", &[2, 8, 12], 1.32300650232e+02, -7.24850559080e+00), ("b", &[2, 8, 12], 3.92540465634e+02, 4.46903024450e+00)] },
    Case { graph: G466::GRAPH, params: (128, G466::PARAMS), state: "end.a.conv1.weight:2x3x1x1 end.a.left_.left_.conv1.weight:2x2x3x3 end.a.left_.left_.bn1.weight:2 end.a.left_.left_.bn1.bias:2 end.a.left_.left_.bn1.running_mean:2 end.a.left_.left_.bn1.running_var:2 h.weight:1x9x3x3 h.bias:1", outputs: &[("left__0", &[9, 4, 5], 1.64327854013e+02, -7.26043831481e+00), ("h", &[1, 4, 5], 1.03527399428e+01, 9.25159341609e-01), ("c", &[9, 4, 5], 3.94313912010e+01, -1.61817796928e+00)] },
    Case { graph: G467::GRAPH, params: (164, G467::PARAMS), state: "conv1.weight:2x2x2x2 conv1.bias:2 a.end.1.weight:1x2x3x3 a.end.1.bias:1 unit1.conv1.weight:3x1x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3 e.body.0.weight:3x3x3x3 e.body.0.bias:3 left_.end.conv_transpose1.weight:1x2x2x2 left_.end.conv_transpose1.bias:2", outputs: &[("left_", &[1, 9, 5], 5.16961290871e+01, 5.28035439240e+00), ("entry", &[2, 2, 1], 5.97614363195e+00, -1.37197671976e+00)] },
    Case { graph: G468::GRAPH, params: (1, G468::PARAMS), state: "d.weight:1", outputs: &[("body", &[1, 4, 4], 9.28310166084e+00, 1.40571666221e+00), ("d", &[1, 4, 4], 1.33539724094e+01, -1.01576903660e+00)] },
    Case { graph: G469::GRAPH, params: (84, G469::PARAMS), state: "conv1.weight:3x3x3x3 conv1.bias:3", outputs: &[("b", &[3, 4, 5], 2.85453788581e+01, 1.48764119396e+00), ("end", &[3, 4, 5], 2.85453788581e+01, 1.48764119396e+00), ("a", &[3, 4, 5], 3.72780744139e+01, 2.04152957600e+00)] },
    Case { graph: G470::GRAPH, params: (40, G470::PARAMS), state: "entry.weight:2x3x1x1 b.weight:1x2x1x1 a.b.left.weight:1x3x1x1 a.b.left.bias:1 a.b.right.weight:1x3x3x3 a.b.right.bias:1", outputs: &[("a", &[1, 3, 2], 1.78272499171e+02, -1.14295309686e+01), ("b", &[1, 6, 4], 2.35290080108e+01, 9.33592115694e-01)] },
    Case { graph: G471::GRAPH, params: (112, G471::PARAMS), state: "end.left_.body.0.weight:3x3x3x3 end.left_.body.0.bias:3 end.c.weight:1x3x3x3 end.c.bias:1", outputs: &[("c", &[3, 2, 2], 3.04026964930e+00, -2.32037301467e-01), ("end", &[3, 8, 8], 2.59380726343e+02, -1.01432812341e+01), ("i_", &[3, 8, 8], 3.26579762309e+02, -1.34475677557e+01)] },
    Case { graph: G472::GRAPH, params: (95, G472::PARAMS), state: "b.left_.weight:3x2x2x2 b.left_.bias:2 b.conv1.weight:2x2x2x2 b.conv1.bias:2 e.a.entry.left.weight:1x3x1x1 e.a.entry.left.bias:1 e.a.entry.right.weight:1x3x3x3 e.a.entry.right.bias:1 conv1.weight:1x2x3x3 conv1.bias:1", outputs: &[("b", &[2, 6, 6], 1.46544155452e+02, -1.19496714407e+01), ("e", &[2, 12, 12], 2.97664166287e+02, -6.10683547631e+00), ("last", &[1, 12, 12], 1.04632534253e+02, 7.17974546574e-01)] },
    Case { graph: G473::GRAPH, params: (21, G473::PARAMS), state: "conv_transpose1.weight:2x1x2x2 conv_transpose1.bias:1 entry.weight:1 entry.bias:1 entry.running_mean:1 entry.running_var:1 conv1.weight:1x1x3x3 conv1.bias:1", outputs: &[("entry", &[1, 8, 10], 2.86398334008e+01, 2.14449369285e-01), ("last", &[2, 8, 10], 4.33129616328e+01, -1.60692734414e+00), ("left_", &[1, 8, 10], 1.73350279473e+01, -4.76371782952e-02)] },
    Case { graph: G474::GRAPH, params: (65, G474::PARAMS), state: "entry.body.0.weight:2x2x3x3 entry.body.0.bias:2 b.weight:3x2x2x2 b.bias:3", outputs: &[("b", &[3, 3, 2], 3.68560251956e+01, 5.48335007761e+00), ("last", &[2, 6, 4], 3.95574505029e+01, 2.99941810339e+00)] },
    Case { graph: G475::GRAPH, params: (213, G475::PARAMS), state: "body.weight:1x3x2x2 body.bias:1 bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 b.a.a.twice1.body.0.weight:3x3x3x3 b.a.a.twice1.body.0.bias:3 b.d.weight:2x6x3x3 b.d.bias:2 g.weight:2 g.bias:2 g.running_mean:2 g.running_var:2", outputs: &[("body", &[1, 1, 1], 9.20353496454e-01, 2.32767768973e-01), ("g", &[2, 1, 1], 2.34254769828e+00, 3.89459763820e-01)] },
    Case { graph: G476::GRAPH, params: (93, G476::PARAMS), state: "left_.body.0.weight:3x3x3x3 left_.body.0.bias:3 conv1.weight:3x3x1x1", outputs: &[("end", &[3, 5, 6], 1.16745476206e+02, -3.78933883841e+00), ("body", &[3, 5, 6], 3.82799466854e+01, 1.40414976957e+00)] },
    Case { graph: G477::GRAPH, params: (22, G477::PARAMS), state: "b.entry.entry.left.weight:1x2x1x1 b.entry.entry.left.bias:1 b.entry.entry.right.weight:1x2x3x3 b.entry.entry.right.bias:1", outputs: &[("entry", &[2, 3, 4], 1.11029082253e+01, 4.44352418645e-01), ("last", &[2, 3, 4], 1.04337551645e+01, 4.45061080681e-01)] },
    Case { graph: G478::GRAPH, params: (122, G478::PARAMS), state: "fork1.left.weight:3x2x1x1 fork1.left.bias:3 fork1.right.weight:3x2x3x3 fork1.right.bias:3 body.conv1.weight:2x3x3x3 body.conv1.bias:2", outputs: &[("a", &[2, 2, 2], 9.20803890544e+00, -1.60071521634e+00), ("last", &[2, 1, 1], 1.31489704652e+00, 8.67661942742e-02), ("end", &[3, 3, 3], 1.00533431069e+01, 9.32242699173e-01)] },
    Case { graph: G479::GRAPH, params: (124, G479::PARAMS), state: "entry.body.conv1.weight:3x1x3x3 entry.body.bn1.weight:3 entry.body.bn1.bias:3 entry.body.bn1.running_mean:3 entry.body.bn1.running_var:3 body.weight:3x3x3x3 body.bias:3 e.a.e.0.weight:3 e.a.e.0.bias:3 e.a.e.0.running_mean:3 e.a.e.0.running_var:3 e.b.weight:1", outputs: &[("entry", &[3, 5, 6], 9.51952662494e+01, 2.56620277177e+00), ("body", &[3, 5, 6], 1.74630990767e+02, 4.13312784206e-01), ("e", &[3, 8, 10], 2.24679668935e+02, 6.98817502829e+00)] },
    Case { graph: G480::GRAPH, params: (0, G480::PARAMS), state: "", outputs: &[("end_1", &[1, 4, 5], 5.20461108223e+00, 2.86919555952e-01), ("end_0", &[1, 4, 5], 9.47230630155e+00, 3.25039675344e-01), ("body", &[1, 3, 4], 2.93962600209e-01, 1.01806783106e-01)] },
    Case { graph: G481::GRAPH, params: (61, G481::PARAMS), state: "a.b.weight:2 a.b.bias:2 a.b.running_mean:2 a.b.running_var:2 a.conv1.weight:2x2x3x3 a.conv1.bias:2 d.weight:1x2x3x3 d.bias:1", outputs: &[("d", &[1, 6, 8], 1.95685339974e+01, -5.14096087802e-01), ("last", &[2, 6, 8], 1.53442732542e+02, -1.84083328716e+00)] },
    Case { graph: G482::GRAPH, params: (204, G482::PARAMS), state: "a.entry.entry.weight:3x1x3x3 a.entry.entry.bias:3 a.entry.a.end.weight:1x3x2x2 a.entry.a.end.bias:1 a.entry.a.c.weight:3 a.entry.a.c.bias:3 a.entry.a.c.running_mean:3 a.entry.a.c.running_var:3 a.end.left_.body.0.weight:3x3x3x3 a.end.left_.body.0.bias:3 a.end.e.conv1.weight:1x3x3x3 a.end.e.bn1.weight:1 a.end.e.bn1.bias:1 a.end.e.bn1.running_mean:1 a.end.e.bn1.running_var:1 body.2.left.weight:1x1x1x1 body.2.left.bias:1 body.2.right.weight:1x1x3x3 body.2.right.bias:1 entry.weight:3x1x3x3 entry.bias:3", outputs: &[("body", &[1, 2, 2], 5.30436131425e+00, -3.36189058295e-02), ("last", &[1, 4, 5], 2.39792894311e+01, 3.15883435739e+00)] },
    Case { graph: G483::GRAPH, params: (94, G483::PARAMS), state: "entry.weight:2x3x3x3 entry.bias:2 left_.weight:2x4x2x2 left_.bias:2 bn1.weight:2 bn1.bias:2 bn1.running_mean:2 bn1.running_var:2", outputs: &[("entry", &[2, 6, 4], 5.95200801279e+01, -6.09629287025e+00), ("end", &[2, 3, 2], 2.57029100506e+01, -6.55454521266e+00), ("last", &[4, 6, 4], 7.32770755073e+01, -1.23897676611e+00)] },
    Case { graph: G484::GRAPH, params: (98, G484::PARAMS), state: "body.a.a.body.0.weight:2x2x3x3 body.a.a.body.0.bias:2 unit1.conv1.weight:3x2x3x3 unit1.bn1.weight:3 unit1.bn1.bias:3 unit1.bn1.running_mean:3 unit1.bn1.running_var:3", outputs: &[("last", &[3, 4, 5], 5.10606567357e+01, -6.40928560526e+00), ("body", &[2, 4, 5], 6.18782201967e+01, 5.88101950474e+00)] },
    Case { graph: G485::GRAPH, params: (347, G485::PARAMS), state: "left_.end.body.0.weight:2x2x3x3 left_.end.body.0.bias:2 d.a.b.a.body.0.weight:2x2x3x3 d.a.b.a.body.0.bias:2 d.a.conv1.weight:3x2x3x3 d.a.conv1.bias:3 d.1.body.0.weight:3x3x3x3 d.1.body.0.bias:3 entry.conv1.weight:3x3x3x3 entry.conv1.bias:3 bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3 bn2.weight:3 bn2.bias:3 bn2.running_mean:3 bn2.running_var:3 bn3.weight:3 bn3.bias:3 bn3.running_mean:3 bn3.running_var:3 conv1.weight:1x3x3x3 conv1.bias:1", outputs: &[("entry", &[3, 10, 6], 3.81260589078e+02, 1.15751353299e+01), ("last", &[1, 10, 6], 6.59802520405e+01, 3.17243311529e+00), ("d", &[3, 12, 8], 6.38404566617e+02, -3.64973766755e+01)] },
    Case { graph: G486::GRAPH, params: (244, G486::PARAMS), state: "body.entry.b.entry.weight:2x3x3x3 body.entry.b.entry.bias:2 body.entry.end.b.weight:2x2x3x3 body.entry.end.b.bias:2 body.entry.end.body.left.weight:3x2x1x1 body.entry.end.body.left.bias:3 body.entry.end.body.right.weight:3x2x3x3 body.entry.end.body.right.bias:3 body.c.weight:3x3x3x3 body.c.bias:3", outputs: &[("last", &[2, 5, 5], 4.04909651298e+01, 1.49338218229e+00), ("entry", &[3, 5, 5], 3.03555953748e+01, -1.24171375134e+00)] },
    Case { graph: G487::GRAPH, params: (215, G487::PARAMS), state: "left_.end.left_.weight:3 left_.end.left_.bias:3 left_.end.left_.running_mean:3 left_.end.left_.running_var:3 left_.end.a.0.left.weight:1x3x1x1 left_.end.a.0.left.bias:1 left_.end.a.0.right.weight:1x3x3x3 left_.end.a.0.right.bias:1 left_.end.a.1.weight:1x1x2x2 left_.end.a.1.bias:1 left_.end.a.c.weight:4x20 left_.end.a.c.bias:4 c.weight:3x4 c.bias:3 end.fc1.weight:4x3 end.fc1.bias:4 b.weight:3x18 b.bias:3", outputs: &[("last", &[18], 2.80689095144e+01, 4.93483420042e-01), ("left_", &[4], 2.12058656899e+01, 5.34508125876e+00)] },
    Case { graph: G488::GRAPH, params: (110, G488::PARAMS), state: "body.1.end.body.conv1.weight:1x12x3x3 body.1.end.body.bn1.weight:1 body.1.end.body.bn1.bias:1 body.1.end.body.bn1.running_mean:1 body.1.end.body.bn1.running_var:1", outputs: &[("a", &[2, 6, 4], 4.55806064121e+00, -2.24063728345e-01), ("body", &[1, 6, 4], 3.15576178513e+01, -6.94222922369e+00)] },
    Case { graph: G489::GRAPH, params: (516, G489::PARAMS), state: "b.conv1.weight:3x3x3x3 b.conv1.bias:3 fork1.left.weight:3x4x1x1 fork1.left.bias:3 fork1.right.weight:3x4x3x3 fork1.right.bias:3 end.entry.weight:3 end.entry.bias:3 end.entry.running_mean:3 end.entry.running_var:3 end.b.conv1.weight:2x3x3x3 end.b.conv1.bias:2 end.body.a.weight:2x5x1x1 end.body.b.weight:1 end.conv1.weight:1x3x3x3 end.conv1.bias:1 end.left_.weight:2x1x1x1 end.i_.a.weight:3 end.i_.a.bias:3 end.i_.a.running_mean:3 end.i_.a.running_var:3 c.conv1.weight:2x6x3x3 c.conv1.bias:2 c.d.left.weight:3x2x1x1 c.d.left.bias:3 c.d.right.weight:3x2x3x3 c.d.right.bias:3 f.bn1.weight:3 f.bn1.bias:3 f.bn1.running_mean:3 f.bn1.running_var:3 f.entry.weight:3x3x1x1 body.weight:3 body.bias:3 body.running_mean:3 body.running_var:3", outputs: &[("end", &[6, 6, 6], 1.08618836129e+02, -1.93350483854e+00), ("body", &[3, 6, 6], 1.45608385588e+02, -1.14414542740e+00), ("left_", &[3, 6, 6], 4.38498211902e+01, -6.62982998690e-01)] },
    Case { graph: G490::GRAPH, params: (154, G490::PARAMS), state: "end.weight:2x3x3x3 end.bias:2 body.entry.twice1.body.0.weight:2x2x3x3 body.entry.twice1.body.0.bias:2 body.entry.b.weight:2x2x3x3 body.entry.b.bias:2 body.entry.bn1.weight:2 body.entry.bn1.bias:2 body.entry.bn1.running_mean:2 body.entry.bn1.running_var:2 body.entry.a.body.weight:2x2x2x2 body.entry.a.body.bias:2", outputs: &[("end", &[2, 2, 3], 1.46582219813e+01, 4.16169895101e+00), ("b", &[2, 8, 12], 3.20417462200e+02, -2.27356626980e+01), ("body", &[2, 2, 3], 1.93443033082e+01, 8.33141439099e-01)] },
    Case { graph: G491::GRAPH, params: (47, G491::PARAMS), state: "end.weight:1x1x3x3 end.bias:1 d_0.weight:1 d_0.bias:1 d_0.running_mean:1 d_0.running_var:1 d_1.weight:1 d_1.bias:1 d_1.running_mean:1 d_1.running_var:1 e.left.weight:1x1x1x1 e.left.bias:1 e.right.weight:1x1x3x3 e.right.bias:1 i_.weight:1x3x2x2 i_.bias:3 h.weight:3 h.bias:3 h.running_mean:3 h.running_var:3", outputs: &[("end", &[1, 4, 4], 2.08003469407e+01, 2.34865482054e+00), ("h", &[3, 8, 8], 1.41523827523e+02, -3.89374660194e+00), ("b", &[1, 4, 4], 2.58587458963e+01, 2.81906631572e+00)] },
    Case { graph: G492::GRAPH, params: (103, G492::PARAMS), state: "conv1.weight:2x1x3x3 conv1.bias:2 b.conv1.weight:3x2x3x3 b.conv1.bias:3 b.left_.weight:2x3x2x2 b.left_.bias:2", outputs: &[("c", &[2, 2, 2], 1.44640753942e+01, 2.39322585464e-01), ("left_", &[2, 2, 2], 1.44640753942e+01, 2.39322585464e-01)] },
    Case { graph: G493::GRAPH, params: (66, G493::PARAMS), state: "b.weight:2x16 b.bias:2 left_.entry.a.weight:1x1x3x3 left_.entry.a.bias:1 left_.end.body.0.weight:1x1x3x3 left_.end.body.0.bias:1 end.entry.fork1.left.weight:1x1x1x1 end.entry.fork1.left.bias:1 end.entry.fork1.right.weight:1x1x3x3 end.entry.fork1.right.bias:1", outputs: &[("end", &[1, 2, 2], 2.18060271112e+00, 4.52790546254e-02), ("left_", &[1, 2, 2], 2.62872525145e+00, 6.31116359344e-02)] },
    Case { graph: G494::GRAPH, params: (313, G494::PARAMS), state: "left_.a.0.conv1.weight:2x1x3x3 left_.a.0.bn1.weight:2 left_.a.0.bn1.bias:2 left_.a.0.bn1.running_mean:2 left_.a.0.bn1.running_var:2 left_.a.1.left.weight:2x2x1x1 left_.a.1.left.bias:2 left_.a.1.right.weight:2x2x3x3 left_.a.1.right.bias:2 left_.a.a.weight:4x40 left_.a.a.bias:4 left_.i_.weight:2x4 left_.i_.bias:2 b.b.left_.1.weight:3x14 b.b.left_.1.bias:3 b.b.a.1.weight:2x3 b.b.a.1.bias:2 b.prelu1.weight:1 c.weight:1 body.end.weight:2x5 body.end.bias:2 fc1.weight:2x2 fc1.bias:2", outputs: &[("c", &[5], 5.30668374106e+00, 1.67679356037e-01), ("b", &[5], 5.70239157552e+00, -1.91032465589e+00), ("last", &[2], 2.02815571679e+00, 3.52020032377e-01)] },
    Case { graph: G495::GRAPH, params: (51, G495::PARAMS), state: "end.twice1.body.0.weight:1x1x3x3 end.twice1.body.0.bias:1 a.weight:2x2x3x3 a.bias:2 e.end.weight:1 conv1.weight:1x2x1x1", outputs: &[("end", &[2, 6, 4], 2.27586433159e+01, -3.30245955701e-02), ("g", &[2, 6, 4], 4.34242766381e+01, 3.91791185923e+00), ("last", &[1, 6, 4], 1.93118934188e+01, 1.36008206950e+00)] },
    Case { graph: G496::GRAPH, params: (126, G496::PARAMS), state: "bn1.weight:1 bn1.bias:1 bn1.running_mean:1 bn1.running_var:1 bn2.weight:1 bn2.bias:1 bn2.running_mean:1 bn2.running_var:1 bn3.weight:1 bn3.bias:1 bn3.running_mean:1 bn3.running_var:1 end.weight:3x1x3x3 end.bias:3 bn4.weight:3 bn4.bias:3 bn4.running_mean:3 bn4.running_var:3 left_.weight:3x3x3x3 left_.bias:3", outputs: &[("left_", &[3, 4, 4], 4.01222811768e+01, -4.44855903211e+00), ("end", &[3, 4, 4], 3.52597944948e+01, 2.39413905434e+00), ("entry", &[1, 4, 4], 9.75615409132e+00, 1.10489852199e+00)] },
    Case { graph: G497::GRAPH, params: (93, G497::PARAMS), state: "bn1.weight:3 bn1.bias:3 bn1.running_mean:3 bn1.running_var:3 conv1.weight:3x3x1x1 a.weight:1 left_.conv1.weight:2x3x3x3 left_.bn1.weight:2 left_.bn1.bias:2 left_.bn1.running_mean:2 left_.bn1.running_var:2 end.entry.weight:1x2x3x3 end.entry.bias:1", outputs: &[("left_", &[2, 6, 6], 4.64352068443e+01, -2.26055597215e-03), ("end", &[1, 6, 6], 5.77141497236e+01, 3.42443132767e+00), ("a", &[3, 6, 6], 7.31730098417e+01, -6.19215391481e-01)] },
    Case { graph: G498::GRAPH, params: (0, G498::PARAMS), state: "", outputs: &[("body", &[2, 12, 12], 5.42475646198e+02, -5.03102326281e+00), ("k", &[2, 12, 12], 7.53382226476e+02, -1.60632112484e+01), ("b", &[2, 6, 6], 2.03428367324e+02, 7.33935122969e-01)] },
    Case { graph: G499::GRAPH, params: (47, G499::PARAMS), state: "end.left.weight:1x4x1x1 end.left.bias:1 end.right.weight:1x4x3x3 end.right.bias:1 conv_transpose1.weight:1x1x2x2 conv_transpose1.bias:1", outputs: &[("last", &[1, 6, 4], 7.97405008452e+00, 1.51955757674e+00), ("e", &[3, 6, 4], 6.04318353271e+01, 4.41817589859e+00)] },
];
