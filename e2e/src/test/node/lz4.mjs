// kafkajs reads gzip only; Broadsheet's producers write lz4. One import of this file is enough.
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';

kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = () => ({
  // lz4js writes frames of dependent blocks, which Kafka's broker refuses.
  compress: async () => { throw new Error('lz4 is only read here; write with gzip'); },
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});
