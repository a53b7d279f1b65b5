// Prints the headline of each article, and which articles ended:
//   node headlines.mjs <bootstrap servers> <registry url>
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';
import avro from 'avsc';
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';

const [brokers, host] = process.argv.slice(2);

// kafkajs itself reads gzip only; Broadsheet writes lz4.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = () => ({
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

// Some of Avro's longs, simHash for one, are larger than what a JavaScript number holds.
const long = avro.types.LongType.__with({
  fromBuffer: (buffer) => {
    const value = buffer.readBigInt64LE();
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  },
  toBuffer: () => { throw new Error('this program only reads'); },
  fromJSON: BigInt,
  toJSON: String,
  isValid: (value) => typeof value === 'bigint' || Number.isSafeInteger(value),
  compare: (a, b) => (a < b ? -1 : Number(a > b)),
});

const registry = new SchemaRegistry({ host }, { [SchemaType.AVRO]: { registry: { long } } });
const kafka = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.ERROR });
const consumer = kafka.consumer({ groupId: 'headlines-node' });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => consumer.disconnect());
}
await consumer.connect();
await consumer.subscribe({ topic: 'news.articles.enriched.v1', fromBeginning: true });
await consumer.run({
  // An offset is committed only after this has returned for it: at least once.
  eachMessage: async ({ message }) => {
    if (message.value === null) {
      console.log(`${message.key} retracted`);
      return;
    }
    const article = await registry.decode(message.value);
    console.log(`${message.key} ${article.headline}`);
  },
});
